import { Button } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useRouteContext } from '@tanstack/react-router';
import { useState } from 'react';
import { useCommand } from '../../api/command.js';
import { RemoveUser } from '../../api/generated.js';
import { usersQuery, type User } from '../../api/users.js';
import { Confirm } from '../../components/confirm.js';
import { Empty, List, Row } from '../../components/list.js';
import { NotFound } from '../../components/not-found.js';
import { Page, Section } from '../../components/page.js';
import { Tag } from '../../components/tag.js';
import { useMay } from '../../components/use-may.js';
import { useLocale } from '../../i18n/locale.js';
import { AddAccountDialog } from './add-account.js';

/** Who can sign in: the people of the firm and those of its clients. For the firm's administrators. */
export function AccountsPage() {
  return useMay('manageAccounts') ? <Accounts /> : <NotFound />;
}

function Accounts() {
  const { t } = useLocale();
  const { data: users } = useSuspenseQuery(usersQuery);
  const [adding, setAdding] = useState(false);
  const [removing, setRemoving] = useState<User | null>(null);
  const ofFirm = users.filter(({ clientOrganisation }) => clientOrganisation === null);
  const ofClients = users.filter(({ clientOrganisation }) => clientOrganisation !== null);
  return (
    <Page
      title={t('accounts.title')}
      lead={t('accounts.lead')}
      actions={<Button onClick={() => setAdding(true)}>{t('accounts.add')}</Button>}
    >
      <Section title={t('accounts.firm')} lead={t('accounts.firmLead')}>
        <AccountList label={t('accounts.firm')} users={ofFirm} onRemove={setRemoving} />
      </Section>
      <Section title={t('accounts.clients')} lead={t('accounts.clientsLead')}>
        {ofClients.length === 0 ? (
          <Empty title={t('accounts.noClients')}>{t('accounts.noClientsHint')}</Empty>
        ) : (
          <AccountList label={t('accounts.clients')} users={ofClients} onRemove={setRemoving} />
        )}
      </Section>
      {adding && <AddAccountDialog onClose={() => setAdding(false)} />}
      {removing && <RemoveDialog user={removing} onClose={() => setRemoving(null)} />}
    </Page>
  );
}

interface AccountListProps {
  readonly label: string;
  readonly users: readonly User[];
  readonly onRemove: (user: User) => void;
}

function AccountList({ label, users, onRemove }: AccountListProps) {
  const { t } = useLocale();
  const { caller } = useRouteContext({ from: '/signed-in' });
  return (
    <List label={label}>
      {users.map((user) => (
        <Row
          key={user.id}
          title={user.name}
          meta={
            <>
              <span>{user.email}</span>
              {user.clientOrganisation && <span>{user.clientOrganisation.name}</span>}
            </>
          }
          end={
            <>
              {user.roles.map((role) => (
                <Tag key={role}>{t(`accounts.role.${role}`)}</Tag>
              ))}
              {user.id !== caller.id && (
                <Button
                  variant="subtle"
                  color="ink"
                  px="xs"
                  aria-label={t('accounts.removeNamed', { name: user.name })}
                  onClick={() => onRemove(user)}
                >
                  {t('accounts.remove')}
                </Button>
              )}
            </>
          }
        />
      ))}
    </List>
  );
}

function RemoveDialog({ user, onClose }: { readonly user: User; readonly onClose: () => void }) {
  const { t } = useLocale();
  const command = useCommand(RemoveUser);
  return (
    <Confirm
      title={t('accounts.removeNamed', { name: user.name })}
      text={t('accounts.removeText')}
      submit={t('accounts.remove')}
      command={command}
      variables={{ userId: user.id }}
      onClose={onClose}
    />
  );
}
