import { Button, Select } from '@mantine/core';
import { useState } from 'react';
import { request } from '../../api/client.js';
import { useCommand } from '../../api/command.js';
import {
  AuditLog,
  ConfirmErasure,
  Erasures,
  type AuditLogQuery,
  type ErasuresQuery,
} from '../../api/generated.js';
import { usePages } from '../../api/pages.js';
import { Confirm } from '../../components/confirm.js';
import { TableFrame } from '../../components/data-table.js';
import { Empty, List, Row } from '../../components/list.js';
import { LoadMore } from '../../components/load-more.js';
import { NotFound } from '../../components/not-found.js';
import { Page, Section } from '../../components/page.js';
import { Tag } from '../../components/tag.js';
import { useMay } from '../../components/use-may.js';
import { useLocale } from '../../i18n/locale.js';

/** Erasures that wait for a second person, and who did what: for the firm's administrators. */
export function PrivacyPage() {
  return useMay('manageAccounts') ? <Privacy /> : <NotFound />;
}

function Privacy() {
  const { t } = useLocale();
  return (
    <Page title={t('privacy.title')} lead={t('privacy.lead')}>
      <Waiting />
      <Log />
    </Page>
  );
}

type Erasure = ErasuresQuery['erasures']['nodes'][number];

function Waiting() {
  const { t, instant } = useLocale();
  const [confirming, setConfirming] = useState<Erasure | null>(null);
  const command = useCommand(ConfirmErasure);
  const pages = usePages<Erasure>(
    ['erasures'],
    async (after, signal) => (await request(Erasures, { after }, signal)).erasures,
  );
  const nameOf = ({ id, personName }: Erasure) => personName ?? t('privacy.person', { id: id.slice(0, 8) });
  return (
    <Section title={t('privacy.erasures')} lead={t('privacy.erasuresLead')}>
      {pages.nodes.length === 0 ? (
        <Empty title={t('privacy.noErasures')}>{t('privacy.noErasuresHint')}</Empty>
      ) : (
        <>
          <List label={t('privacy.erasures')}>
            {pages.nodes.map((erasure) => (
              <Row
                key={erasure.id}
                title={nameOf(erasure)}
                meta={<span>{t('privacy.askedAt', { at: instant(erasure.requestedAt) })}</span>}
                end={
                  <>
                    <Tag kind="quiet">{t(`privacy.status.${erasure.status}`)}</Tag>
                    {erasure.status === 'REQUESTED' && !erasure.ownRequest && (
                      <Button
                        variant="default"
                        aria-label={t('privacy.confirmNamed', { name: nameOf(erasure) })}
                        onClick={() => setConfirming(erasure)}
                      >
                        {t('privacy.confirm')}
                      </Button>
                    )}
                    {erasure.status === 'REQUESTED' && erasure.ownRequest && (
                      <span className="soft">{t('privacy.secondPerson')}</span>
                    )}
                    {erasure.status === 'ERASED' && (
                      <Button
                        component="a"
                        href={`/api/erasures/${erasure.id}`}
                        download
                        variant="default"
                        aria-label={t('privacy.certificateNamed', { name: nameOf(erasure) })}
                      >
                        {t('privacy.certificate')}
                      </Button>
                    )}
                  </>
                }
              />
            ))}
          </List>
          <LoadMore {...pages} shown={pages.nodes.length} onMore={pages.loadMore} />
        </>
      )}
      {confirming && (
        <Confirm
          title={t('privacy.confirmNamed', { name: nameOf(confirming) })}
          text={t('privacy.confirmText')}
          submit={t('privacy.confirm')}
          command={command}
          variables={{ personId: confirming.id }}
          onClose={() => setConfirming(null)}
        />
      )}
    </Section>
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
