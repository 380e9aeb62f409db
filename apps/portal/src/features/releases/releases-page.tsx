import { Button } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import type { EngagementDetail } from '../../api/engagement.js';
import { useReleases } from '../../api/releases.js';
import { useEngagement } from '../../api/use-engagement.js';
import { Empty } from '../../components/list.js';
import { LoadMore } from '../../components/load-more.js';
import { Page } from '../../components/page.js';
import { useMay } from '../../components/use-may.js';
import { useLocale } from '../../i18n/locale.js';
import { PublishDialog } from './publish.js';
import { ReleaseArticle } from './release.js';

const route = getRouteApi('/signed-in/engagements/$engagementId/releases');

/** What the client was given, as it was frozen. */
export function ReleasesPage() {
  const { t } = useLocale();
  const engagement = useEngagement(route.useParams().engagementId);
  const mayPublish = useMay('publishReports', engagement.staff);
  return mayPublish ? (
    <ReleasesOf engagement={engagement} />
  ) : (
    <Page title={t('engagement.releases')}>
      <Empty title={t('notYours.title')}>{t('notYours.releases')}</Empty>
    </Page>
  );
}

function ReleasesOf({ engagement }: { readonly engagement: EngagementDetail }) {
  const { t } = useLocale();
  const { nodes, total, more, loading, loadMore } = useReleases(engagement.id);
  const [publishing, setPublishing] = useState(false);
  const ready = engagement.teams.length > 0 && engagement.waves.nodes.length > 0;
  return (
    <Page
      title={t('engagement.releases')}
      lead={t('releases.lead')}
      actions={ready && <Button onClick={() => setPublishing(true)}>{t('releases.publish')}</Button>}
    >
      {nodes.length === 0 ? (
        <Empty title={t('releases.none')}>{t('releases.noneHint')}</Empty>
      ) : (
        <div className="stack">
          {nodes.map((release) => (
            <ReleaseArticle key={release.id} release={release} client={engagement.clientOrganisation.name} />
          ))}
        </div>
      )}
      <LoadMore shown={nodes.length} total={total} more={more} loading={loading} onMore={loadMore} />
      {publishing && <PublishDialog engagement={engagement} onClose={() => setPublishing(false)} />}
    </Page>
  );
}
