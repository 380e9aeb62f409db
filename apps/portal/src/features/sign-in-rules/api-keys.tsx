import { Button, Checkbox } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { z } from 'zod';
import { request } from '../../api/client.js';
import { allClientsQuery } from '../../api/clients.js';
import { fieldErrors, useCommand, type Refusal } from '../../api/command.js';
import { CreateApiKey, RevokeApiKey, type ApiKeyScope } from '../../api/generated.js';
import type { ApiKey } from '../../api/sign-in-settings.js';
import { Confirm } from '../../components/confirm.js';
import { ChoiceField, DayField, TextField, useSchemaForm } from '../../components/fields.js';
import { Dialog } from '../../components/form-dialog.js';
import { Empty, List, Row } from '../../components/list.js';
import { CommandProblem } from '../../components/notice.js';
import { Section } from '../../components/page.js';
import { Tag } from '../../components/tag.js';
import { useLocale } from '../../i18n/locale.js';
import styles from './api-keys.module.css';

const SCOPES = [
  'SEE_STRUCTURE',
  'TEAM_AGGREGATE',
  'PARTICIPATION_STATUS',
  'IMPORT_PARTICIPANTS',
  'INVITE_PARTICIPANTS',
  'MANAGE_STRUCTURE',
  'MANAGE_CLIENT_USERS',
] as const satisfies readonly ApiKeyScope[];

/** Keys by which programs of the firm or of a client work. */
export function ApiKeys({ keys }: { readonly keys: readonly ApiKey[] }) {
  const { t } = useLocale();
  const [adding, setAdding] = useState(false);
  const [revoking, setRevoking] = useState<ApiKey | null>(null);
  const revoke = useCommand(RevokeApiKey);
  return (
    <Section
      title={t('signInRules.keys')}
      lead={t('signInRules.keysLead')}
      actions={
        <Button variant="default" onClick={() => setAdding(true)}>
          {t('signInRules.addKey')}
        </Button>
      }
    >
      {keys.length === 0 ? (
        <Empty title={t('signInRules.noKeys')}>{t('signInRules.noKeysHint')}</Empty>
      ) : (
        <List label={t('signInRules.keys')}>
          {keys.map((key) => (
            <KeyRow key={key.id} apiKey={key} onRevoke={() => setRevoking(key)} />
          ))}
        </List>
      )}
      {adding && <AddKey onClose={() => setAdding(false)} />}
      {revoking && (
        <Confirm
          title={t('signInRules.revokeNamed', { name: revoking.name })}
          text={t('signInRules.revokeText')}
          submit={t('signInRules.revoke')}
          command={revoke}
          variables={{ keyId: revoking.id }}
          onClose={() => setRevoking(null)}
        />
      )}
    </Section>
  );
}

function KeyRow({ apiKey, onRevoke }: { readonly apiKey: ApiKey; readonly onRevoke: () => void }) {
  const { t, date, instant, list } = useLocale();
  const { name, prefix, scopes, expiresAt, lastUsedAt, revokedAt, clientOrganisation } = apiKey;
  const over = revokedAt !== null || Date.parse(expiresAt) <= Date.now();
  const lastDay = new Date(Date.parse(expiresAt) - 1).toISOString();
  return (
    <Row
      title={name}
      meta={
        <>
          <code>{prefix}…</code>
          <span>{clientOrganisation?.name ?? t('signInRules.wholeFirm')}</span>
          <span>{t('signInRules.until', { day: date(lastDay) })}</span>
          <span>
            {lastUsedAt === null
              ? t('signInRules.neverUsed')
              : t('signInRules.lastUsed', { when: instant(lastUsedAt) })}
          </span>
          <span>{list(scopes.map((scope) => t(`signInRules.scope.${scope}`)))}</span>
        </>
      }
      end={
        over ? (
          <Tag kind="quiet">{t(revokedAt === null ? 'signInRules.expired' : 'signInRules.revoked')}</Tag>
        ) : (
          <Button
            variant="subtle"
            color="ink"
            px="xs"
            aria-label={t('signInRules.revokeNamed', { name })}
            onClick={onRevoke}
          >
            {t('signInRules.revoke')}
          </Button>
        )
      }
    />
  );
}

interface KeyValues extends Record<string, unknown> {
  name: string;
  clientOrganisationId: string;
  scopes: ApiKeyScope[];
  expiresOn: string;
}

const DAYS = 180;
const DAY_MS = 24 * 3600_000;

function useCreate() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (values: KeyValues) => {
      const { createApiKey } = await request(CreateApiKey, {
        input: {
          ...values,
          clientOrganisationId: values.clientOrganisationId === '' ? null : values.clientOrganisationId,
        },
      });
      return createApiKey;
    },
    onSuccess: () => client.invalidateQueries(),
  });
}

function AddKey({ onClose }: { readonly onClose: () => void }) {
  const { t } = useLocale();
  const { data: clients = [] } = useQuery(allClientsQuery);
  const create = useCreate();
  const form = useSchemaForm<KeyValues>(
    z.object({
      name: z.string().trim().min(1, t('form.needed')),
      clientOrganisationId: z.string(),
      scopes: z.array(z.string()).min(1, t('signInRules.scopeNeeded')),
      expiresOn: z.string().min(1, t('form.day')),
    }),
    {
      name: '',
      clientOrganisationId: '',
      scopes: ['SEE_STRUCTURE'],
      expiresOn: new Date(Date.now() + DAYS * DAY_MS).toISOString().slice(0, 10),
    },
  );
  const outcome = create.data;
  if (outcome && 'key' in outcome) return <NewKey value={outcome.key} onClose={onClose} />;
  const refusal: Refusal | null = outcome ?? null;
  const send = async (values: KeyValues) => {
    const answer = await create.mutateAsync(values).catch(() => null);
    if (answer && !('key' in answer)) form.setErrors(fieldErrors(answer));
  };
  return (
    <Dialog title={t('signInRules.addKey')} onClose={onClose}>
      <form noValidate onSubmit={form.onSubmit((values) => void send(values))}>
        <div className="stack">
          <CommandProblem command={{ refusal, error: create.error }} />
          <TextField
            form={form}
            name="name"
            label={t('signInRules.keyName')}
            hint={t('signInRules.keyNameHint')}
          />
          <ChoiceField
            form={form}
            name="clientOrganisationId"
            label={t('signInRules.forWhom')}
            choices={[
              { value: '', label: t('signInRules.wholeFirm') },
              ...clients.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
          <Checkbox.Group
            label={t('signInRules.scopes')}
            key={form.key('scopes')}
            {...form.getInputProps('scopes')}
          >
            <div className="stack">
              {SCOPES.map((scope) => (
                <Checkbox key={scope} value={scope} label={t(`signInRules.scope.${scope}`)} />
              ))}
            </div>
          </Checkbox.Group>
          <DayField form={form} name="expiresOn" label={t('signInRules.expiresOn')} />
          <Button type="submit" loading={create.isPending}>
            {t('signInRules.addKeySubmit')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function NewKey({ value, onClose }: { readonly value: string; readonly onClose: () => void }) {
  const { t } = useLocale();
  return (
    <Dialog title={t('signInRules.newKey')} onClose={onClose}>
      <div className="stack">
        <p>{t('signInRules.newKeyText')}</p>
        <code className={styles['key']}>{value}</code>
        <Button onClick={onClose}>{t('signInRules.keyKept')}</Button>
      </div>
    </Dialog>
  );
}
