import type { Comparison } from '../../api/insight.js';
import { Panel, Section } from '../../components/page.js';
import { useLocale } from '../../i18n/locale.js';

/** Members whose profile lies nearest to the other team. */
export function Translators({
  comparison: { translators, teamA, teamB },
}: {
  readonly comparison: Comparison;
}) {
  const { t } = useLocale();
  if (translators.length === 0) return null;
  return (
    <Section title={t('translators.title')} lead={t('translators.lead')}>
      <Panel>
        <ul className="plain">
          {translators.map(({ side, member }) => {
            const [own, other] = side === 'A' ? [teamA, teamB] : [teamB, teamA];
            return (
              <li key={`${side}${member.member}`}>
                {t('translators.one', {
                  name: member.name ?? t('translators.unnamed'),
                  team: own.name,
                  other: other.name,
                })}
              </li>
            );
          })}
        </ul>
      </Panel>
    </Section>
  );
}
