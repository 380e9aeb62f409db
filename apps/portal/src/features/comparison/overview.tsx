import { useMemo } from 'react';
import type { Comparison } from '../../api/insight.js';
import { chartFinding, scaleOf } from '../../components/chart-words.js';
import { Chart } from '../../components/chart.js';
import { inOrder, type MotiveWords } from '../../components/motives.js';
import { Panel, Section } from '../../components/page.js';
import { useLocale } from '../../i18n/locale.js';

interface OverviewProps {
  readonly comparison: Comparison;
  readonly words: MotiveWords;
}

/** All motives of both teams in the order of every page. */
export function Overview({ comparison, words }: OverviewProps) {
  const { t, number } = useLocale();
  const { teamA, teamB, nA, nB, detectable } = comparison;
  const model = useMemo(
    () => ({
      kind: 'comparison' as const,
      title: t('comparison.chart', { a: teamA.name, b: teamB.name }),
      scale: scaleOf(comparison.provenance),
      teams: { a: teamA.name, b: teamB.name },
      rows: inOrder(words.labels, comparison.motives).map(({ motive, entry }) => ({
        motive,
        a: { mean: entry.a.mean, interval: entry.a.interval },
        b: { mean: entry.b.mean, interval: entry.b.interval },
        difference: entry.difference,
        finding: chartFinding(entry.finding),
      })),
    }),
    [comparison, words, teamA, teamB, t],
  );
  return (
    <Section title={t('comparison.overview')} lead={t('comparison.overviewLead')}>
      <Panel>
        <Chart model={model} caption={t('comparison.caption', { a: teamA.name, nA, b: teamB.name, nB })} />
      </Panel>
      {detectable !== null && (
        <p className="soft">{t('comparison.detectable', { nA, nB, d: number(detectable, 1) })}</p>
      )}
    </Section>
  );
}
