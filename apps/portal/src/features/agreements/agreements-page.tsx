import { getRouteApi } from '@tanstack/react-router';
import { useAgreements, type AgreementDetail } from '../../api/agreements.js';
import type { EngagementDetail } from '../../api/engagement.js';
import { useEngagement } from '../../api/use-engagement.js';
import { ButtonLink } from '../../components/links.js';
import { Empty } from '../../components/list.js';
import { LoadMore } from '../../components/load-more.js';
import { Page, Section } from '../../components/page.js';
import { useMay } from '../../components/use-may.js';
import { useLocale } from '../../i18n/locale.js';
import { AgreementArticle } from './agreement.js';
import { isOpen } from './open-agreements.js';

const route = getRouteApi('/signed-in/engagements/$engagementId/agreements');

const GROUPS = [
  { title: 'agreements.open', holds: isOpen },
  { title: 'agreements.past', holds: (agreement: AgreementDetail) => !isOpen(agreement) },
] as const;

interface AgreementsProps {
  readonly title: string;
  readonly agreements: readonly AgreementDetail[];
  readonly engagement: EngagementDetail;
}

function Agreements({ title, agreements, engagement }: AgreementsProps) {
  if (agreements.length === 0) return null;
  return (
    <Section title={title}>
      <div className="stack">
        {agreements.map((agreement) => (
          <AgreementArticle key={agreement.id} agreement={agreement} engagement={engagement} />
        ))}
      </div>
    </Section>
  );
}

/** What was agreed: first what waits for someone, the next review first. */
export function AgreementsPage() {
  const { t } = useLocale();
  const engagement = useEngagement(route.useParams().engagementId);
  return useMay('seePersons', engagement.staff) ? (
    <AgreementsOf engagement={engagement} />
  ) : (
    <Page title={t('engagement.agreements')}>
      <Empty title={t('notYours.title')}>{t('notYours.agreements')}</Empty>
    </Page>
  );
}

function AgreementsOf({ engagement }: { readonly engagement: EngagementDetail }) {
  const { t } = useLocale();
  const engagementId = engagement.id;
  const { nodes, total, more, loading, loadMore } = useAgreements(engagementId);
  const mayPropose = useMay('editAgreements', engagement.staff) && !engagement.closed;
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
        <>
          {GROUPS.map(({ title, holds }) => (
            <Agreements
              key={title}
              title={t(title)}
              agreements={nodes.filter(holds)}
              engagement={engagement}
            />
          ))}
        </>
      )}
      <LoadMore shown={nodes.length} total={total} more={more} loading={loading} onMore={loadMore} />
    </Page>
  );
}
