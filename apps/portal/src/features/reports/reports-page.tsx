import { Button } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import type { EngagementDetail } from '../../api/engagement.js';
import { useReports } from '../../api/reports.js';
import { useEngagement } from '../../api/use-engagement.js';
import { Empty } from '../../components/list.js';
import { LoadMore } from '../../components/load-more.js';
import { Page } from '../../components/page.js';
import { useMay } from '../../components/use-may.js';
import { useLocale } from '../../i18n/locale.js';
import { ReportArticle } from './report.js';
import { RequestReportDialog } from './request-report.js';

const route = getRouteApi('/signed-in/engagements/$engagementId/reports');

/** Reports of an engagement, the newest first. */
export function ReportsPage() {
  const { t } = useLocale();
  const engagement = useEngagement(route.useParams().engagementId);
  return useMay('seePersons', engagement.staff) ? (
    <ReportsOf engagement={engagement} />
  ) : (
    <Page title={t('engagement.reports')}>
      <Empty title={t('notYours.title')}>{t('notYours.reports')}</Empty>
    </Page>
  );
}

function ReportsOf({ engagement }: { readonly engagement: EngagementDetail }) {
  const { t } = useLocale();
  const { nodes, total, more, loading, loadMore } = useReports(engagement.id);
  const mayRequest = useMay('requestReports', engagement.staff);
  const [requesting, setRequesting] = useState(false);
  const waves = engagement.waves.nodes;
  return (
    <Page
      title={t('engagement.reports')}
      lead={t('reports.lead')}
      actions={
        mayRequest &&
        waves.length > 0 &&
        engagement.teams.length > 0 && (
          <Button onClick={() => setRequesting(true)}>{t('reports.request')}</Button>
        )
      }
    >
      {nodes.length === 0 ? (
        <Empty title={t('reports.none')}>{t('reports.noneHint')}</Empty>
      ) : (
        <div className="stack">
          {nodes.map((report) => (
            <ReportArticle
              key={report.id}
              report={report}
              wave={waves.find(({ id }) => id === report.waveId)?.title ?? ''}
            />
          ))}
        </div>
      )}
      <LoadMore shown={nodes.length} total={total} more={more} loading={loading} onMore={loadMore} />
      {requesting && <RequestReportDialog engagement={engagement} onClose={() => setRequesting(false)} />}
    </Page>
  );
}
