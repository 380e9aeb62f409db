import { getRouteApi } from '@tanstack/react-router';
import { useAgreements } from '../../api/agreements.js';
import { useEngagement } from '../../api/use-engagement.js';
import { ButtonLink } from '../../components/links.js';
import { Empty } from '../../components/list.js';
import { LoadMore } from '../../components/load-more.js';
import { Page } from '../../components/page.js';
import { useMay } from '../../components/use-may.js';
import { useLocale } from '../../i18n/locale.js';
import { AgreementArticle } from './agreement.js';

const route = getRouteApi('/signed-in/engagements/$engagementId/agreements');

/** What was agreed, the next review first. */
export function AgreementsPage() {
  const { t } = useLocale();
  const { engagementId } = route.useParams();
  const engagement = useEngagement(engagementId);
  const mayPropose = useMay('editAgreements') && !engagement.closed;
  const { nodes, total, more, loading, loadMore } = useAgreements(engagementId);
  return (
    <Page
      title={t('engagement.agreements')}
      lead={t('agreements.lead')}
      actions={
        mayPropose &&
        engagement.waves.nodes.length > 0 && (
          <ButtonLink to="/engagements/$engagementId/agreements/new" params={{ engagementId }} search={{}}>
            {t('agreements.propose')}
          </ButtonLink>
        )
      }
    >
      {nodes.length === 0 ? (
        <Empty title={t('agreements.none')}>{t('agreements.noneHint')}</Empty>
      ) : (
        <div className="stack">
          {nodes.map((agreement) => (
            <AgreementArticle key={agreement.id} agreement={agreement} closed={engagement.closed} />
          ))}
        </div>
      )}
      <LoadMore shown={nodes.length} total={total} more={more} loading={loading} onMore={loadMore} />
    </Page>
  );
}
