import { Button, Checkbox, Switch } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { z } from 'zod';
import { useCommand } from '../../api/command.js';
import { RemoveIdentityProvider, RequireSecondFactor, SetIdentityProvider } from '../../api/generated.js';
import { signInSettingsQuery, type SignInRules } from '../../api/sign-in-settings.js';
import { Confirm } from '../../components/confirm.js';
import { Facts } from '../../components/facts.js';
import { TextField, useSchemaForm } from '../../components/fields.js';
import { FormDialog } from '../../components/form-dialog.js';
import { Empty } from '../../components/list.js';
import { NotFound } from '../../components/not-found.js';
import { CommandProblem } from '../../components/notice.js';
import { Page, Panel, Section } from '../../components/page.js';
import { useMay } from '../../components/use-may.js';
import { toast } from '../../components/toast.js';
import { useLocale } from '../../i18n/locale.js';
import { ApiKeys } from './api-keys.js';

/** How the people and programs of the firm sign in. For its administrators. */
export function SignInRulesPage() {
  return useMay('manageAccounts') ? <Rules /> : <NotFound />;
}

function Rules() {
  const { t } = useLocale();
  const { data } = useSuspenseQuery(signInSettingsQuery);
  const { signInSettings: rules, apiKeys } = data;
  if (!rules) return <NotFound />;
  return (
    <Page title={t('signInRules.title')} lead={t('signInRules.lead')} narrow>
      <SecondFactor required={rules.secondFactorForStaff} />
      <SingleSignOn rules={rules} />
      <ApiKeys keys={apiKeys} />
    </Page>
  );
}

function SecondFactor({ required }: { readonly required: boolean }) {
  const { t } = useLocale();
  const command = useCommand(RequireSecondFactor);
  return (
    <Section title={t('signInRules.factor')} lead={t('signInRules.factorLead')}>
      <CommandProblem command={command} />
      <Switch
        label={t('signInRules.factorSwitch')}
        checked={required}
        disabled={command.pending}
        onChange={(event) => void command.run({ required: event.currentTarget.checked })}
      />
    </Section>
  );
}

function SingleSignOn({ rules }: { readonly rules: SignInRules }) {
  const { t, list } = useLocale();
  const [editing, setEditing] = useState(false);
  const [removing, setRemoving] = useState(false);
  const remove = useCommand(RemoveIdentityProvider);
  const provider = rules.identityProvider;
  return (
    <Section
      title={t('signInRules.sso')}
      lead={t('signInRules.ssoLead')}
      actions={
        <>
          {provider && (
            <Button variant="subtle" color="ink" onClick={() => setRemoving(true)}>
              {t('signInRules.remove')}
            </Button>
          )}
          <Button variant="default" onClick={() => setEditing(true)}>
            {t(provider ? 'signInRules.edit' : 'signInRules.setUp')}
          </Button>
        </>
      }
    >
      {provider ? (
        <Panel>
          <Facts
            facts={[
              [t('signInRules.issuer'), provider.issuer],
              [t('signInRules.clientId'), provider.clientId],
              [t('signInRules.domains'), list(provider.domains)],
              [t('accounts.how'), t(provider.enforced ? 'signInRules.enforced' : 'signInRules.optional')],
              [t('signInRules.redirect'), rules.redirectUri],
            ]}
          />
        </Panel>
      ) : (
        <Empty title={t('signInRules.noSso')}>{t('signInRules.noSsoHint')}</Empty>
      )}
      {editing && <EditProvider rules={rules} onClose={() => setEditing(false)} />}
      {removing && (
        <Confirm
          title={t('signInRules.sso')}
          text={t('signInRules.removeText')}
          submit={t('signInRules.remove')}
          command={remove}
          variables={{}}
          onClose={() => setRemoving(false)}
        />
      )}
    </Section>
  );
}

interface ProviderValues extends Record<string, unknown> {
  issuer: string;
  clientId: string;
  clientSecret: string;
  domains: string;
  enforced: boolean;
}

function EditProvider({ rules, onClose }: { readonly rules: SignInRules; readonly onClose: () => void }) {
  const { t } = useLocale();
  const command = useCommand(SetIdentityProvider);
  const { identityProvider: provider } = rules;
  const needed = z.string().trim().min(1, t('form.needed'));
  const form = useSchemaForm<ProviderValues>(
    z.object({
      issuer: needed,
      clientId: needed,
      clientSecret: provider ? z.string() : needed,
      domains: needed,
      enforced: z.boolean(),
    }),
    {
      issuer: provider?.issuer ?? '',
      clientId: provider?.clientId ?? '',
      clientSecret: '',
      domains: provider?.domains.join(', ') ?? '',
      enforced: provider?.enforced ?? false,
    },
  );
  return (
    <FormDialog
      title={t('signInRules.sso')}
      submit={t('form.save')}
      form={form}
      command={command}
      variables={({ issuer, clientId, clientSecret, domains, enforced }) => ({
        input: {
          issuer: issuer.trim(),
          clientId: clientId.trim(),
          clientSecret: clientSecret === '' ? null : clientSecret,
          domains: domains.split(/[\s,;]+/u).filter((domain) => domain !== ''),
          enforced,
        },
      })}
      onClose={onClose}
      onRecorded={() => void toast(t('signInRules.saved'))}
    >
      <p>
        {t('signInRules.redirectHint')}
        <br />
        <code>{rules.redirectUri}</code>
      </p>
      <TextField
        form={form}
        name="issuer"
        label={t('signInRules.issuer')}
        hint={t('signInRules.issuerHint')}
      />
      <TextField form={form} name="clientId" label={t('signInRules.clientId')} />
      <TextField
        form={form}
        name="clientSecret"
        label={t('signInRules.clientSecret')}
        {...(provider ? { hint: t('signInRules.keepSecret') } : {})}
      />
      <TextField
        form={form}
        name="domains"
        label={t('signInRules.domains')}
        hint={t('signInRules.domainsHint')}
      />
      <Checkbox
        label={t('signInRules.enforced')}
        description={t('signInRules.enforcedHint')}
        key={form.key('enforced')}
        {...form.getInputProps('enforced', { type: 'checkbox' })}
      />
    </FormDialog>
  );
}
