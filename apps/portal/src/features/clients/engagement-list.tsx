import { useEngagements, type EngagementListed } from '../../api/clients.js';
import { Empty, List, Row, RowLink } from '../../components/list.js';
import { LoadMore } from '../../components/load-more.js';
import { Tag } from '../../components/tag.js';
import { useMay } from '../../components/use-may.js';
import { useLocale } from '../../i18n/locale.js';

/** Engagements, of one client organisation or of all. */
export function EngagementList({ clientId }: { readonly clientId?: string }) {
  const { t } = useLocale();
  const mayOpen = useMay('openEngagements');
  const { nodes, total, more, loading, loadMore } = useEngagements(clientId ?? null);
  if (nodes.length === 0)
    return (
      <Empty title={t('engagements.none')}>
        {t(!mayOpen ? 'engagements.whoOpens' : clientId ? 'engagements.noneHere' : 'engagements.noneHint')}
      </Empty>
    );
  return (
    <>
      <List label={t('engagements.title')}>
        {nodes.map((engagement) => (
          <EngagementRow key={engagement.id} engagement={engagement} withClient={clientId === undefined} />
        ))}
      </List>
      <LoadMore shown={nodes.length} total={total} more={more} loading={loading} onMore={loadMore} />
    </>
  );
}

interface EngagementRowProps {
  readonly engagement: EngagementListed;
  readonly withClient: boolean;
}

function EngagementRow({ engagement, withClient }: EngagementRowProps) {
  const { t, date, list } = useLocale();
  const { id, title, clientOrganisation, teams, invented, closed, openedAt } = engagement;
  return (
    <Row
      opens
      title={
        <RowLink to="/engagements/$engagementId" params={{ engagementId: id }}>
          {title}
        </RowLink>
      }
      meta={
        <>
          {withClient && <span>{clientOrganisation.name}</span>}
          {teams.length > 0 && <span>{list(teams.map(({ team }) => team.name))}</span>}
          <span>{t('engagements.openedOn', { date: date(openedAt) })}</span>
        </>
      }
      end={
        <>
          {closed && <Tag kind="quiet">{t('engagement.closed')}</Tag>}
          {invented && <Tag kind="caution">{t('engagement.invented')}</Tag>}
        </>
      }
    />
  );
}
