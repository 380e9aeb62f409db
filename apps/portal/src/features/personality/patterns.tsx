import type { TeamMotive } from '../../api/insight.js';
import { inOrder } from '../../components/motives.js';
import { Section } from '../../components/page.js';
import { Pole } from '../../components/pole.js';
import { Statement, Statements } from '../../components/statement.js';
import { useLocale } from '../../i18n/locale.js';
import type { PersonalityPart } from './composition.js';
import { ProposeLink } from './propose-link.js';

const SHARED = { SHARED_RED: 'RED', SHARED_BLUE: 'BLUE' } as const;
type Shared = keyof typeof SHARED;

const isShared = (pattern: TeamMotive['pattern']): pattern is Shared => pattern in SHARED;

/** What the members share, and the motives on which both sides are present. */
export function Patterns(part: PersonalityPart) {
  const { t, list } = useLocale();
  const rows = inOrder(part.words.labels, part.personality.motives);
  const shared = rows.filter(({ entry }) => isShared(entry.pattern));
  const balanced = rows.filter(({ entry }) => entry.pattern === 'SHARED_BALANCED');
  const split = rows.filter(({ entry }) => entry.pattern === 'SPLIT');
  return (
    <>
      <Section title={t('personality.shared')} lead={t('personality.sharedLead')}>
        {shared.length === 0 && balanced.length === 0 && <p>{t('personality.noneShared')}</p>}
        {shared.length > 0 && (
          <Statements label={t('personality.shared')}>
            {shared.map(({ motive, entry }) => (
              <SharedStatement key={motive.id} motive={motive} entry={entry} />
            ))}
          </Statements>
        )}
        {balanced.length > 0 && (
          <p>{t('personality.balancedList', { motives: list(balanced.map(({ motive }) => motive.name)) })}</p>
        )}
      </Section>
      <Section title={t('personality.split')} lead={t('personality.splitLead')}>
        {split.length === 0 ? (
          <p>{t('personality.noneSplit')}</p>
        ) : (
          <Statements label={t('personality.split')}>
            {split.map(({ motive, entry }) => (
              <SplitStatement key={motive.id} part={part} motive={motive} entry={entry} />
            ))}
          </Statements>
        )}
      </Section>
    </>
  );
}

type Row = ReturnType<typeof inOrder<TeamMotive>>[number];

function SharedStatement({ motive, entry }: Row) {
  const { t } = useLocale();
  if (!isShared(entry.pattern)) return null;
  const band = SHARED[entry.pattern];
  const count = band === 'RED' ? entry.counts.red : entry.counts.blue;
  return (
    <Statement motive={motive} end={<Pole band={band} />}>
      {t('personality.sharedPole', {
        of: entry.n,
        count,
        band: t(band === 'RED' ? 'band.red' : 'band.blue'),
        pole: band === 'RED' ? motive.high : motive.low,
      })}
    </Statement>
  );
}

function SplitStatement({ part, motive, entry }: Row & { readonly part: PersonalityPart }) {
  const { t } = useLocale();
  const { red, balanced, blue } = entry.counts;
  return (
    <Statement
      motive={motive}
      action={<ProposeLink part={part} kind="TEAM_PATTERN" motive={motive.id} label={motive.name} />}
    >
      {t('personality.splitCounts', { red, balanced, blue })}
    </Statement>
  );
}
