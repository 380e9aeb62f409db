import { Button, TextInput } from '@mantine/core';
import { schemaResolver, useForm } from '@mantine/form';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { z } from 'zod';
import { useClients } from '../../api/clients.js';
import { useCommand } from '../../api/command.js';
import { RegisterClientOrganisation } from '../../api/generated.js';
import { FormDialog } from '../../components/form-dialog.js';
import { Empty, List, Row, RowLink } from '../../components/list.js';
import { LoadMore } from '../../components/load-more.js';
import { Page } from '../../components/page.js';
import { useMay } from '../../components/use-may.js';
import { useLocale } from '../../i18n/locale.js';

/** The client organisations of the firm. */
export function ClientsPage() {
  const { t } = useLocale();
  const { nodes, total, more, loading, loadMore } = useClients();
  const [adding, setAdding] = useState(false);
  const mayRegister = useMay('registerClients');
  return (
    <Page
      title={t('clients.title')}
      lead={t('clients.lead')}
      actions={mayRegister && <Button onClick={() => setAdding(true)}>{t('clients.register')}</Button>}
    >
      {nodes.length === 0 ? (
        <Empty title={t('clients.none')}>
          {t(mayRegister ? 'clients.noneHint' : 'clients.whoRegisters')}
        </Empty>
      ) : (
        <List label={t('clients.title')}>
          {nodes.map(({ id, name, engagements, teams }) => (
            <Row
              key={id}
              opens
              title={
                <RowLink to="/clients/$clientId" params={{ clientId: id }}>
                  {name}
                </RowLink>
              }
              meta={
                <>
                  <span>{t('clients.engagements', { count: engagements.totalCount })}</span>
                  <span>{t('clients.teams', { count: teams.totalCount })}</span>
                </>
              }
            />
          ))}
        </List>
      )}
      <LoadMore shown={nodes.length} total={total} more={more} loading={loading} onMore={loadMore} />
      {adding && <RegisterClient onClose={() => setAdding(false)} />}
    </Page>
  );
}

function RegisterClient({ onClose }: { readonly onClose: () => void }) {
  const { t } = useLocale();
  const navigate = useNavigate();
  const command = useCommand(RegisterClientOrganisation);
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { name: '' },
    validate: schemaResolver(z.object({ name: z.string().trim().min(1, t('form.needed')) }), { sync: true }),
  });
  return (
    <FormDialog
      title={t('clients.register')}
      submit={t('clients.registerSubmit')}
      form={form}
      command={command}
      variables={(input) => ({ input })}
      onClose={onClose}
      onRecorded={(clientId) => void navigate({ to: '/clients/$clientId', params: { clientId } })}
    >
      <TextInput
        label={t('clients.name')}
        data-autofocus
        key={form.key('name')}
        {...form.getInputProps('name')}
      />
    </FormDialog>
  );
}
