import { useParticipation, type ParticipationListed } from '../../api/releases.js';
import { Empty } from '../../components/list.js';
import { LoadMore } from '../../components/load-more.js';
import { Meter } from '../../components/meter.js';
import { Columns, Page, Panel, Section } from '../../components/page.js';
import { Tag } from '../../components/tag.js';
import { useLocale } from '../../i18n/locale.js';
import { GroundFacts } from '../engagement/ground-facts.js';
import { SmallestGroupPanel } from '../engagement/smallest-group.js';

/** For the client and its works council: under which rules people are asked, and how many take part, never who. */
export function ParticipationPage() {
  const { t } = useLocale();
  const { nodes, total, more, loading, loadMore } = useParticipation();
  return (
    <Page title={t('client.participation')} lead={t('client.participationLead')}>
      {nodes.length === 0 ? (
        <Empty title={t('client.noEngagements')}>{t('client.noEngagementsHint')}</Empty>
      ) : (
        nodes.map((engagement) => <Engagement key={engagement.id} engagement={engagement} />)
      )}
      <LoadMore shown={nodes.length} total={total} more={more} loading={loading} onMore={loadMore} />
    </Page>
  );
}

function Engagement({ engagement }: { readonly engagement: ParticipationListed }) {
  const { t, day } = useLocale();
  const { title, goal, invented, closed, legalGround, waves } = engagement;
  return (
    <Section
      title={title}
      lead={goal}
      actions={
        <>
          {invented && <Tag kind="caution">{t('engagement.invented')}</Tag>}
          {closed && <Tag kind="quiet">{t('engagement.closed')}</Tag>}
        </>
      }
    >
      <Columns min="18rem">
        {[...waves.nodes].reverse().map(({ id, title: wave, opensOn, closesOn, progress }) => (
          <Panel key={id}>
            <div className="stack">
              <div>
                <h3>{wave}</h3>
                <span className="soft">{t('waves.span', { from: day(opensOn), to: day(closesOn) })}</span>
              </div>
              <Meter label={t('client.everyone')} value={progress.submitted} of={progress.invited} />
              {progress.teams.map((team) => (
                <Meter key={team.teamId} label={team.name} value={team.submitted} of={team.invited} />
              ))}
            </div>
          </Panel>
        ))}
      </Columns>
      <Columns min="18rem">
        <Panel>
          <div className="stack">
            <h3>{t('ground.title')}</h3>
            <GroundFacts ground={legalGround} />
          </div>
        </Panel>
        <SmallestGroupPanel engagement={engagement} />
      </Columns>
    </Section>
  );
}
