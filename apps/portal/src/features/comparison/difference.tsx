import type { MotiveLabel } from '@rapport/charts';
import type { ConstellationKind } from '../../api/generated.js';
import type { Comparison, MotiveComparison, MotiveTexts } from '../../api/insight.js';
import { ButtonLink } from '../../components/links.js';
import { Panel } from '../../components/page.js';
import { useMay } from '../../components/use-may.js';
import { useLocale } from '../../i18n/locale.js';
import styles from './difference.module.css';

interface DifferenceProps {
  readonly engagementId: string;
  readonly comparison: Comparison;
  readonly entry: MotiveComparison;
  readonly label: MotiveLabel;
  readonly texts: MotiveTexts | null;
  /** Its effects are shown without asking. */
  readonly open: boolean;
}

const wordsOf = (texts: MotiveTexts, kind: ConstellationKind) =>
  ({ RED_RED: texts.redRed, BLUE_BLUE: texts.blueBlue, RED_BLUE: texts.redBlue })[kind];

/** One marked difference: how it acts on people and on teams, and what could be agreed. */
export function Difference(props: DifferenceProps) {
  const { comparison, entry, label, texts, open } = props;
  const { t } = useLocale();
  const words = texts && entry.constellation && wordsOf(texts, entry.constellation);
  return (
    <Panel>
      <article className={styles['difference']}>
        <header className={styles['head']}>
          <h3>{label.name}</h3>
          <span className={styles['poles']}>
            {label.low} ↔ {label.high}
          </span>
          <p>{useSentence(comparison, entry, label)}</p>
        </header>
        {words && (
          <details className={styles['effects']} open={open}>
            <summary>
              {t('comparison.open')}
              <span className="visually-hidden">: {label.name}</span>
            </summary>
            <Level {...props} title={t('constellation.teams')} side={words.teams} />
            <Level {...props} title={t('constellation.persons')} side={words.persons} />
          </details>
        )}
        {!words && <ProposeLink {...props} />}
      </article>
    </Panel>
  );
}

function useSentence({ teamA, teamB }: Comparison, entry: MotiveComparison, label: MotiveLabel): string {
  const { t, signed, number } = useLocale();
  const [higher, lower] = (entry.difference ?? 0) >= 0 ? [teamA, teamB] : [teamB, teamA];
  const difference = t('comparison.sentence', {
    higher: higher.name,
    high: label.high,
    lower: lower.name,
    low: label.low,
    difference: number(Math.abs(entry.difference ?? 0), 1),
  });
  if (!entry.interval) return difference;
  const { low, high } = entry.interval;
  return `${difference} ${t('comparison.interval', { low: signed(low), high: signed(high) })}`;
}

type Side = MotiveTexts['redBlue']['teams'];

function Level({ title, side, ...props }: DifferenceProps & { readonly title: string; readonly side: Side }) {
  const { t, text } = useLocale();
  return (
    <section className={styles['level']}>
      <h4>{title}</h4>
      <div className={styles['sides']}>
        <div>
          <h5>{t('constellation.helps')}</h5>
          <p>{text(side.helps)}</p>
        </div>
        <div>
          <h5>{t('constellation.hurts')}</h5>
          <p>{text(side.hurts)}</p>
        </div>
      </div>
      <p className={styles['question']}>{text(side.question)}</p>
      <div>
        <h5>{t('constellation.proposals')}</h5>
        <ul className={styles['proposals']}>
          {side.proposals.map((proposal) => (
            <li key={proposal.de}>
              <span>{text(proposal)}</span>
              <ProposeLink {...props} proposal={text(proposal)} />
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}

function ProposeLink(props: DifferenceProps & { readonly proposal?: string }) {
  const { engagementId, comparison, entry, label, proposal } = props;
  const { t } = useLocale();
  if (!useMay('editAgreements')) return null;
  return (
    <ButtonLink
      variant="default"
      to="/engagements/$engagementId/agreements/new"
      params={{ engagementId }}
      search={{
        kind: 'TEAM_COMPARISON',
        wave: comparison.waveId,
        motive: entry.motive,
        a: comparison.teamA.id,
        b: comparison.teamB.id,
        constellation: entry.constellation ?? undefined,
        text: proposal,
      }}
      aria-label={`${t('agreements.propose')}: ${proposal ?? label.name}`}
    >
      {t('agreements.propose')}
    </ButtonLink>
  );
}
