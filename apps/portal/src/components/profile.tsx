import { useMemo } from 'react';
import type { ProfileDocument } from '../api/insight.js';
import { useLocale } from '../i18n/locale.js';
import { chartBand, scaleOf } from './chart-words.js';
import { Chart } from './chart.js';
import { Empty } from './list.js';
import { markedMotives } from './marked-motives.js';
import { MotiveCard } from './motive-card.js';
import { inOrder, type MotiveWords } from './motives.js';
import { Notice } from './notice.js';
import { Panel, Section } from './page.js';

interface PartProps {
  readonly profile: ProfileDocument;
  readonly words: MotiveWords;
}

/** All motives of one person, drawn. */
export function ProfileChart({ profile, words, name }: PartProps & { readonly name: string }) {
  const { t } = useLocale();
  const model = useMemo(
    () => ({
      kind: 'profile' as const,
      title: t('profiles.chart', { name }),
      scale: scaleOf(profile.provenance),
      rows: inOrder(words.labels, profile.motives).map(({ motive, entry }) => ({
        motive,
        value: entry.value,
        band: entry.band && chartBand(entry.band),
        interval: entry.interval,
        bandOverlaps: entry.bandOverlaps,
      })),
    }),
    [profile, words, name, t],
  );
  return (
    <Section title={t('profiles.chartTitle')} lead={t('profiles.howToRead')}>
      <Panel>
        <Chart model={model} />
      </Panel>
    </Section>
  );
}

/** The most marked motives in words. */
export function MarkedMotives({ profile, words, own = false }: PartProps & { readonly own?: boolean }) {
  const { t } = useLocale();
  const marked = markedMotives(profile.motives);
  return (
    <Section title={t('profiles.marked')} lead={t(own ? 'profiles.markedOwn' : 'profiles.markedLead')}>
      {marked.length === 0 ? (
        <Empty title={t('profiles.allBalanced')}>{t('profiles.allBalancedText')}</Empty>
      ) : (
        <div className="stack">
          {marked.map((score) => (
            <MotiveCard
              key={score.motive}
              score={score}
              label={words.label(score.motive)}
              texts={words.texts(score.motive)}
            />
          ))}
        </div>
      )}
    </Section>
  );
}

const FLAGS = ['long-string', 'low-variability', 'even-odd', 'fast', 'missing'] as const;

/** What the answers themselves say about their quality; nothing is ever left out because of it. */
export function ProfileQuality({ profile: { qualityFlags, answered, of } }: Pick<PartProps, 'profile'>) {
  const { t } = useLocale();
  const known = FLAGS.filter((flag) => qualityFlags.some((raised) => raised.flag === flag));
  return (
    <Section title={t('quality.title')} lead={t('quality.answered', { answered, of })}>
      {known.length === 0 ? (
        <p>{t('quality.none')}</p>
      ) : (
        <Notice title={t('quality.lead')}>
          <ul className="plain">
            {known.map((flag) => (
              <li key={flag}>
                {t(`quality.flags.${flag}.title`)}: {t(`quality.flags.${flag}.text`)}
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </Section>
  );
}
