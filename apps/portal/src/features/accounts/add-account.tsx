import { Button, Checkbox } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { z } from 'zod';
import { allClientsQuery } from '../../api/clients.js';
import { useCommand } from '../../api/command.js';
import { AddUser, type Role } from '../../api/generated.js';
import { ChoiceField, TextField, useSchemaForm } from '../../components/fields.js';
import { FormDialog } from '../../components/form-dialog.js';
import { toast } from '../../components/toast.js';
import { useLocale } from '../../i18n/locale.js';
import { proposePassword } from './propose-password.js';

export const OF_FIRM = ['CONSULTANT', 'COACH', 'FIRM_ADMIN'] as const satisfies readonly Role[];
export const OF_CLIENT = [
  'CLIENT_VIEWER',
  'CLIENT_ADMIN',
  'WORKS_COUNCIL_OBSERVER',
] as const satisfies readonly Role[];
const SHORTEST_PASSWORD = 12;

interface AccountValues extends Record<string, unknown> {
  name: string;
  email: string;
  /** Id of a client organisation; empty for the firm itself. */
  clientOrganisationId: string;
  firmRoles: Role[];
  clientRole: Role;
  /** `mail` or `hand`. */
  how: string;
  password: string;
}

function useAccountForm() {
  const { t } = useLocale();
  const schema = z
    .object({
      name: z.string().trim().min(1, t('form.needed')),
      email: z.email(t('form.email')),
      clientOrganisationId: z.string(),
      firmRoles: z.array(z.string()),
      clientRole: z.string(),
      how: z.string(),
      password: z.string().min(SHORTEST_PASSWORD, t('accounts.passwordShort', { count: SHORTEST_PASSWORD })),
    })
    .refine(({ clientOrganisationId, firmRoles }) => clientOrganisationId !== '' || firmRoles.length > 0, {
      path: ['firmRoles'],
      message: t('accounts.roleNeeded'),
    });
  return useSchemaForm<AccountValues>(schema, {
    name: '',
    email: '',
    clientOrganisationId: '',
    firmRoles: ['CONSULTANT'],
    clientRole: 'CLIENT_VIEWER',
    how: 'mail',
    password: proposePassword(),
  });
}

/** An account for someone of the firm or of a client; who gets it chooses the password, or is handed one. */
export function AddAccountDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useLocale();
  const command = useCommand(AddUser);
  const { data: clients = [] } = useQuery(allClientsQuery);
  const [clientId, setClientId] = useState('');
  const [how, setHow] = useState('mail');
  const form = useAccountForm();
  return (
    <FormDialog
      title={t('accounts.add')}
      submit={t('accounts.addSubmit')}
      form={form}
      command={command}
      field={(path) => (path === 'roles' ? (clientId === '' ? 'firmRoles' : 'clientRole') : path)}
      variables={({ name, email, clientOrganisationId, firmRoles, clientRole, password, how: way }) => ({
        input: {
          name,
          email,
          password: way === 'mail' ? null : password,
          roles: clientOrganisationId === '' ? firmRoles : [clientRole],
          clientOrganisationId: clientOrganisationId === '' ? null : clientOrganisationId,
        },
      })}
      onClose={onClose}
      onRecorded={() => void toast(t(how === 'mail' ? 'accounts.invited' : 'accounts.added'))}
    >
      <TextField form={form} name="name" label={t('accounts.name')} />
      <TextField form={form} name="email" type="email" label={t('signIn.email')} />
      <ChoiceField
        form={form}
        name="clientOrganisationId"
        label={t('accounts.where')}
        onChoose={setClientId}
        choices={[
          { value: '', label: t('accounts.ownFirm') },
          ...clients.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      {clientId === '' ? (
        <Checkbox.Group
          label={t('accounts.roles')}
          key={form.key('firmRoles')}
          {...form.getInputProps('firmRoles')}
        >
          <div className="stack">
            {OF_FIRM.map((role) => (
              <Checkbox
                key={role}
                value={role}
                label={t(`accounts.role.${role}`)}
                description={t(`accounts.roleHint.${role}`)}
              />
            ))}
          </div>
        </Checkbox.Group>
      ) : (
        <ChoiceField
          form={form}
          name="clientRole"
          label={t('accounts.roles')}
          choices={OF_CLIENT.map((role) => ({
            value: role,
            label: `${t(`accounts.role.${role}`)}: ${t(`accounts.roleHint.${role}`)}`,
          }))}
        />
      )}
      <ChoiceField
        form={form}
        name="how"
        label={t('accounts.how')}
        onChoose={setHow}
        choices={[
          { value: 'mail', label: t('accounts.byMail') },
          { value: 'hand', label: t('accounts.byHand') },
        ]}
      />
      {how === 'hand' && (
        <>
          <TextField
            form={form}
            name="password"
            label={t('accounts.password')}
            hint={t('accounts.passwordHint')}
          />
          <div>
            <Button variant="default" onClick={() => form.setFieldValue('password', proposePassword())}>
              {t('accounts.otherPassword')}
            </Button>
          </div>
        </>
      )}
    </FormDialog>
  );
}
