import { Select } from '@mantine/core';
import { useState } from 'react';
import { request } from '../../api/client.js';
import { AuditLog, type AuditLogQuery } from '../../api/generated.js';
import { usePages } from '../../api/pages.js';
import { TableFrame } from '../../components/data-table.js';
import { LoadMore } from '../../components/load-more.js';
import { NotFound } from '../../components/not-found.js';
import { Page, Section } from '../../components/page.js';
import { useMay } from '../../components/use-may.js';
import { useLocale } from '../../i18n/locale.js';
import { ErasuresSection } from './erasures.js';

/** Erasures, and who did what: as much of both as the policy gives to who is signed in. */
export function PrivacyPage() {
  const { t } = useLocale();
  const asks = useMay('requestErasures');
  const reads = useMay('readAuditLog');
  if (!asks && !reads) return <NotFound />;
  return (
    <Page title={t('privacy.title')} lead={t('privacy.lead')}>
      {asks && <ErasuresSection />}
      {reads && <Log />}
    </Page>
  );
}

type Line = AuditLogQuery['auditLog']['nodes'][number];
const KINDS = ['profile', 'consent', 'report', 'release', 'user', 'sign-in', 'erasure', 'export'] as const;

function Log() {
  const { t, instant } = useLocale();
  const [action, setAction] = useState<string | null>(null);
  const pages = usePages<Line>(
    ['audit-log', action],
    async (after, signal) => (await request(AuditLog, { after, action }, signal)).auditLog,
  );
  return (
    <Section
      title={t('privacy.log')}
      lead={t('privacy.logLead')}
      actions={
        <Select
          aria-label={t('privacy.kind')}
          placeholder={t('privacy.everything')}
          clearable
          data={KINDS.map((kind) => ({ value: `${kind}.`, label: t(`privacy.kinds.${kind}`) }))}
          value={action}
          onChange={setAction}
        />
      }
    >
      <TableFrame label={t('privacy.log')}>
        <thead>
          <tr>
            <th scope="col">{t('privacy.when')}</th>
            <th scope="col">{t('privacy.who')}</th>
            <th scope="col">{t('privacy.what')}</th>
            <th scope="col">{t('privacy.object')}</th>
            <th scope="col">{t('privacy.decision')}</th>
          </tr>
        </thead>
        <tbody>
          {pages.nodes.map((line) => (
            <tr key={line.id}>
              <th scope="row">{instant(line.at)}</th>
              <td>{line.actorName ?? line.actorId ?? t('privacy.participant')}</td>
              <td>{line.action}</td>
              <td>{line.object}</td>
              <td>{t(line.allowed ? 'privacy.allowed' : 'privacy.refused')}</td>
            </tr>
          ))}
        </tbody>
      </TableFrame>
      <LoadMore {...pages} shown={pages.nodes.length} onMore={pages.loadMore} />
    </Section>
  );
}
