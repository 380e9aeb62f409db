import type { EngagementTeam } from '../../api/engagement.js';
import type { Comparison } from '../../api/insight.js';
import { Facts } from '../../components/facts.js';
import { Columns, Panel, Section } from '../../components/page.js';
import { useLocale } from '../../i18n/locale.js';

interface InterestsProps {
  readonly comparison: Comparison;
  readonly teams: readonly EngagementTeam[];
}

/** What both teams are after and measured by: the other half of why they rub. */
export function Interests({ comparison, teams }: InterestsProps) {
  const { t } = useLocale();
  const both = [comparison.teamA, comparison.teamB].flatMap(({ id }) =>
    teams.filter(({ team }) => team.id === id),
  );
  return (
    <Section title={t('comparison.interests')} lead={t('comparison.interestsLead')}>
      <Columns>
        {both.map(({ team, goals, indicators }) => (
          <Panel key={team.id}>
            <div className="stack">
              <h3>{team.name}</h3>
              <Facts
                facts={[
                  [t('teams.goals'), goals],
                  [t('teams.indicators'), indicators],
                ]}
              />
            </div>
          </Panel>
        ))}
      </Columns>
    </Section>
  );
}
