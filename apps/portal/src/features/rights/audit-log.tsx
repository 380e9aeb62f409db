import { Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useRouteContext } from '@tanstack/react-router';
import { useState } from 'react';
import { request } from '../../api/client.js';
import { AuditCounts, AuditLog, type AuditLogQuery } from '../../api/generated.js';
import { usePages } from '../../api/pages.js';
import { isStaff } from '../../app/roles.js';
import { Facts } from '../../components/facts.js';
import { Empty } from '../../components/list.js';
import { LoadMore } from '../../components/load-more.js';
import { Panel, Section } from '../../components/page.js';
import { rolesMay } from '../../components/use-may.js';
import { useLocale } from '../../i18n/locale.js';
import styles from './audit-log.module.css';

type Line = AuditLogQuery['auditLog']['nodes'][number];
const KINDS = [
  ...['profile', 'consent', 'report', 'release', 'engagement', 'staff', 'user', 'sign-in', 'erasure'],
  ...['export', 'evidence'],
] as const;

/** A day that the browser gave, or nothing while it is typed. */
const dayOr = (text: string): string | null => (/^\d{4}-\d{2}-\d{2}$/u.test(text) ? text : null);

/** The part of the audit log that is open to who is signed in, by kind and time. */
export function AuditLogSection() {
  const { t } = useLocale();
  const { caller } = useRouteContext({ from: '/signed-in' });
  const [action, setAction] = useState<string | null>(null);
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const between = { from: dayOr(from), to: dayOr(to) };
  const counted = caller.roles.includes('WORKS_COUNCIL_OBSERVER');
  const whose = counted
    ? 'settings'
    : rolesMay(caller.roles, 'manageAccounts')
      ? 'firm'
      : isStaff(caller.roles)
        ? 'own'
        : 'organisation';
  return (
    <Section
      title={t('privacy.log')}
      lead={t(`privacy.logLead.${whose}`)}
      actions={
        <div className={styles['filters']}>
          {!counted && (
            <Select
              label={t('privacy.kind')}
              placeholder={t('privacy.everything')}
              clearable
              clearButtonProps={{ 'aria-label': t('privacy.everything') }}
              data={KINDS.map((kind) => ({ value: `${kind}.`, label: t(`privacy.kinds.${kind}`) }))}
              value={action}
              onChange={setAction}
            />
          )}
          <TextInput
            type="date"
            label={t('privacy.from')}
            value={from}
            onChange={(event) => setFrom(event.currentTarget.value)}
          />
          <TextInput
            type="date"
            label={t('privacy.to')}
            value={to}
            onChange={(event) => setTo(event.currentTarget.value)}
          />
        </div>
      }
    >
      {counted && <Counts {...between} />}
      <Lines action={action} {...between} />
    </Section>
  );
}

interface Between {
  readonly from: string | null;
  readonly to: string | null;
}

/** How often each thing was done: what a works council is told of everything but the settings. */
function Counts({ from, to }: Between) {
  const { t } = useLocale();
  const word = useActionWord();
  const { data } = useQuery({
    queryKey: ['audit-counts', from, to],
    queryFn: async ({ signal }) => (await request(AuditCounts, { from, to }, signal)).auditCounts,
  });
  if (!data || data.length === 0) return null;
  return (
    <Panel>
      <div className="stack">
        <h3>{t('privacy.counts')}</h3>
        <Facts facts={data.map(({ action, count }) => [word(action), String(count)] as const)} />
      </div>
    </Panel>
  );
}

/** What was done, in words; a kind that has none yet is called as the log has it. */
function useActionWord() {
  const { t } = useLocale();
  return (action: string): string =>
    t(`privacy.actions.${action.replace('.', '_')}`, { defaultValue: action });
}

function Lines({ action, from, to }: Between & { readonly action: string | null }) {
  const { t, instant } = useLocale();
  const word = useActionWord();
  const who = useWho();
  const pages = usePages<Line>(
    ['audit-log', action, from, to],
    async (after, signal) => (await request(AuditLog, { after, action, from, to }, signal)).auditLog,
  );
  if (pages.nodes.length === 0)
    return <Empty title={t('privacy.noEntries')}>{t('privacy.noEntriesHint')}</Empty>;
  const columns = ['when', 'who', 'what', 'object'] as const;
  const cell = (column: (typeof columns)[number]) => ({
    role: 'cell',
    'data-label': t(`privacy.${column}`),
  });
  return (
    <>
      <table className={styles['table']} role="table" aria-label={t('privacy.log')}>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map((column) => (
              <th key={column} role="columnheader" scope="col">
                {t(`privacy.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {pages.nodes.map((line) => (
            <tr key={line.id} role="row">
              <td {...cell('when')}>{instant(line.at)}</td>
              <td {...cell('who')}>{who(line)}</td>
              <td {...cell('what')}>
                {word(line.action)}
                {!line.allowed && <strong className={styles['refused']}>{t('privacy.refused')}</strong>}
              </td>
              <td {...cell('object')}>
                <ObjectOf line={line} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <LoadMore {...pages} shown={pages.nodes.length} onMore={pages.loadMore} />
    </>
  );
}

function useWho() {
  const { t } = useLocale();
  return ({ actorName, actorKind, actorId }: Line): string =>
    actorName ??
    (actorId === 'unknown' || actorId === 'anonymous'
      ? t('privacy.actors.UNKNOWN')
      : actorId?.startsWith('api-key:')
        ? t('privacy.actors.KEY')
        : t(`privacy.actors.${actorKind}`));
}

/** The kind of thing and what it is called; ids only where there is no name. */
function ObjectOf({ line: { object, objectName } }: { readonly line: Line }) {
  const { t } = useLocale();
  const [kind = '', id = ''] = object.split(/[/:]/u);
  const of = object.includes('/User/') ? 'user' : kind.toLowerCase();
  const word = t(`privacy.objects.${of}`, { defaultValue: kind });
  return (
    <>
      {objectName ? `${word}: ${objectName}` : word}
      {!objectName && id.length > 8 && <span className="soft"> {id.slice(0, 8)}</span>}
    </>
  );
}
