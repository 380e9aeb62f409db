import { Text } from '@mantine/core';
import { useMemo } from 'react';
import type { Personality } from '../../api/insight.js';
import { chartBand, scaleOf } from '../../components/chart-words.js';
import { Chart } from '../../components/chart.js';
import { inOrder, type MotiveWords } from '../../components/motives.js';
import { Panel, Section } from '../../components/page.js';
import { useLocale } from '../../i18n/locale.js';

export interface PersonalityPart {
  readonly engagementId: string;
  readonly personality: Personality;
  readonly words: MotiveWords;
}

interface CompositionProps extends PersonalityPart {
  /** One of several on a page. */
  readonly within?: boolean;
}

/** Single members are shown to those the profiles are released to; others get the team alone. */
export const seesMembers = ({ motives }: Personality): boolean =>
  motives.some(({ members }) => members.length > 0);

/** Whose values are left out, because few closed people could be worked out from figures with them. */
export function NotCounted({ count }: { readonly count: number }) {
  const { t } = useLocale();
  return count > 0 ? <Text>{t('personality.notCounted', { count })}</Text> : null;
}

/** Every member as a dot: composition, never a mean alone. */
export function Composition({ personality, words, within = false }: CompositionProps) {
  const { t } = useLocale();
  const { n, invited, notShown, notCounted, team } = personality;
  const model = useMemo(
    () => ({
      kind: 'team-dots' as const,
      title: t('personality.chart', { team: team.name }),
      scale: scaleOf(personality.provenance),
      rows: inOrder(words.labels, personality.motives).map(({ motive, entry }) => ({
        motive,
        members: entry.members.map(({ name, value, band }) => ({
          value,
          band: chartBand(band),
          ...(name ? { label: name } : {}),
        })),
        mean: entry.mean,
        interval: entry.interval,
        quartiles: entry.quartiles,
        counts: entry.pattern === 'TOO_LITTLE_DATA' ? null : entry.counts,
      })),
    }),
    [personality, words, team, t],
  );
  return (
    <Section
      title={t('personality.composition')}
      within={within}
      lead={t('personality.answered', { submitted: n + notCounted, count: invited })}
    >
      <NotCounted count={notCounted} />
      <Panel>
        <Chart
          model={model}
          caption={t(seesMembers(personality) ? 'personality.caption' : 'personality.captionMeans', {
            team: team.name,
            n,
          })}
        />
        {seesMembers(personality) && notShown > 0 ? (
          <Text size="sm">{t('personality.notShown', { count: notShown })}</Text>
        ) : null}
      </Panel>
    </Section>
  );
}
