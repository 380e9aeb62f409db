import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { request } from '../../api/client.js';
import { useCommand } from '../../api/command.js';
import {
  MyAccessReceipts,
  MyExports,
  RequestMyErasure,
  RequestMyExport,
  type MyAccessReceiptsQuery,
} from '../../api/generated.js';
import { closeLive } from '../../api/live.js';
import { usePages } from '../../api/pages.js';
import { Confirm } from '../../components/confirm.js';
import { Empty, List, Row } from '../../components/list.js';
import { LoadMore } from '../../components/load-more.js';
import { Notice } from '../../components/notice.js';
import { Page, Panel, Section } from '../../components/page.js';
import { Tag } from '../../components/tag.js';
import { useLocale } from '../../i18n/locale.js';

/** What a person can ask about the own data: who read them, a copy of everything, their erasure. */
export function MyDataPage() {
  const { t } = useLocale();
  return (
    <Page title={t('rights.title')} lead={t('rights.lead')} narrow>
      <WhoSawMe />
      <Copy />
      <Erase />
    </Page>
  );
}

type Receipt = MyAccessReceiptsQuery['myAccessReceipts']['nodes'][number];

function WhoSawMe() {
  const { t } = useLocale();
  const pages = usePages<Receipt>(
    ['my-access-receipts'],
    async (after, signal) => (await request(MyAccessReceipts, { after }, signal)).myAccessReceipts,
  );
  return (
    <Section title={t('rights.seen')} lead={t('rights.seenLead')}>
      {pages.nodes.length === 0 ? (
        <Empty title={t('rights.seenNone')}>{t('rights.seenNoneHint')}</Empty>
      ) : (
        <>
          <List label={t('rights.seen')}>
            {pages.nodes.map((receipt) => (
              <ReceiptRow key={receipt.id} receipt={receipt} />
            ))}
          </List>
          <LoadMore {...pages} shown={pages.nodes.length} onMore={pages.loadMore} />
        </>
      )}
    </Section>
  );
}

function ReceiptRow({ receipt }: { readonly receipt: Receipt }) {
  const { t, instant, list } = useLocale();
  const { own, viewerName, viewerRoles, at, object, allowed, releasedTo, byName } = receipt;
  const [kind] = object.split('/');
  const where = kind === 'Report' ? 'report' : kind === 'Wave' ? 'team' : 'profile';
  return (
    <Row
      title={own ? t('rights.you') : (viewerName ?? t('rights.goneAccount'))}
      meta={
        <>
          <span>{instant(at)}</span>
          {viewerRoles.length > 0 && (
            <span>{list(viewerRoles.map((role) => t(`accounts.role.${role}`)))}</span>
          )}
          <span>{t(`rights.where.${where}`)}</span>
          {releasedTo && (
            <span>
              {t(byName ? 'rights.byName' : 'rights.byFunction', {
                recipient: t(`rights.recipient.${releasedTo}`),
              })}
            </span>
          )}
        </>
      }
      end={allowed ? null : <Tag kind="caution">{t('rights.refused')}</Tag>}
    />
  );
}

const LOOK_AGAIN_MS = 1500;

function Copy() {
  const { t, instant } = useLocale();
  const client = useQueryClient();
  const { data: copies = [] } = useQuery({
    queryKey: ['my-exports'],
    queryFn: async ({ signal }) => (await request(MyExports, {}, signal)).myExports,
    refetchInterval: ({ state }) =>
      state.data?.some(({ status }) => status === 'IN_PROGRESS') ? LOOK_AGAIN_MS : false,
  });
  const ask = useMutation({
    mutationFn: () => request(RequestMyExport, {}),
    onSuccess: () => client.invalidateQueries({ queryKey: ['my-exports'] }),
  });
  const busy = copies.some(({ status }) => status === 'IN_PROGRESS');
  return (
    <Section title={t('rights.copy')} lead={t('rights.copyLead')}>
      <Panel>
        <div className="stack">
          {copies.map(({ id, status, progress, requestedAt, expiresAt }) => (
            <div key={id} className="row" role="status">
              <span>{t('rights.askedAt', { at: instant(requestedAt) })}</span>
              {status === 'IN_PROGRESS' && <Tag kind="plain">{t('rights.making', { progress })}</Tag>}
              {status === 'FAILED' && <Tag kind="caution">{t('rights.copyFailed')}</Tag>}
              {status === 'READY' && (
                <>
                  {(['pdf', 'json'] as const).map((format) => (
                    <Button
                      key={format}
                      component="a"
                      href={`/api/my-exports/${id}/${format}`}
                      download
                      variant="default"
                    >
                      {format.toUpperCase()}
                    </Button>
                  ))}
                  <span className="soft">{t('rights.until', { at: instant(expiresAt) })}</span>
                </>
              )}
            </div>
          ))}
          {ask.error && <Notice kind="caution">{t('problem.notDone')}</Notice>}
          <div>
            <Button variant="default" loading={ask.isPending || busy} onClick={() => ask.mutate()}>
              {t('rights.copyAsk')}
            </Button>
          </div>
        </div>
      </Panel>
    </Section>
  );
}

function Erase() {
  const { t } = useLocale();
  const [asking, setAsking] = useState(false);
  const command = useCommand(RequestMyErasure);
  const router = useRouter();
  const client = useQueryClient();
  const leave = async () => {
    closeLive();
    client.clear();
    await router.navigate({ to: '/erased' });
  };
  return (
    <Section title={t('rights.erase')} lead={t('rights.eraseLead')}>
      <div>
        <Button variant="default" onClick={() => setAsking(true)}>
          {t('rights.eraseAsk')}
        </Button>
      </div>
      {asking && (
        <Confirm
          title={t('rights.eraseTitle')}
          text={t('rights.eraseText')}
          submit={t('rights.eraseSubmit')}
          command={command}
          variables={{}}
          onClose={() => setAsking(false)}
          onRecorded={() => void leave()}
        />
      )}
    </Section>
  );
}
