import { Button } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useRouteContext } from '@tanstack/react-router';
import { useState } from 'react';
import { usersQuery, type User } from '../../api/users.js';
import { ButtonLink } from '../../components/links.js';
import { Empty, List, Row } from '../../components/list.js';
import { NotFound } from '../../components/not-found.js';
import { Page, Section } from '../../components/page.js';
import { Tag } from '../../components/tag.js';
import { useMay } from '../../components/use-may.js';
import { useLocale } from '../../i18n/locale.js';
import { AccountActions } from './account-actions.js';
import { AddAccountDialog } from './add-account.js';

/** Who can sign in: the people of the firm and those of its clients. For the firm's administrators. */
export function AccountsPage() {
  return useMay('manageAccounts') ? <Accounts /> : <NotFound />;
}

function Accounts() {
  const { t } = useLocale();
  const { data: users } = useSuspenseQuery(usersQuery);
  const [adding, setAdding] = useState(false);
  const ofFirm = users.filter(({ clientOrganisation }) => clientOrganisation === null);
  const ofClients = users.filter(({ clientOrganisation }) => clientOrganisation !== null);
  return (
    <Page
      title={t('accounts.title')}
      lead={t('accounts.lead')}
      actions={
        <>
          <ButtonLink variant="default" to="/sign-in-rules">
            {t('shell.signInRules')}
          </ButtonLink>
          <Button onClick={() => setAdding(true)}>{t('accounts.add')}</Button>
        </>
      }
    >
      <Section title={t('accounts.firm')} lead={t('accounts.firmLead')}>
        <AccountList label={t('accounts.firm')} users={ofFirm} />
      </Section>
      <Section title={t('accounts.clients')} lead={t('accounts.clientsLead')}>
        {ofClients.length === 0 ? (
          <Empty title={t('accounts.noClients')}>{t('accounts.noClientsHint')}</Empty>
        ) : (
          <AccountList label={t('accounts.clients')} users={ofClients} />
        )}
      </Section>
      {adding && <AddAccountDialog onClose={() => setAdding(false)} />}
    </Page>
  );
}

interface AccountListProps {
  readonly label: string;
  readonly users: readonly User[];
}

function AccountList({ label, users }: AccountListProps) {
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
              <AccountActions user={user} own={user.id === caller.id} />
            </>
          }
        />
      ))}
    </List>
  );
}
