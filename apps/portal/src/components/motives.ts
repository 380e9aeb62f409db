import type { MotiveLabel } from '@rapport/charts';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { motivesQuery, type MotiveTexts } from '../api/insight.js';
import { waveQuery } from '../api/waves.js';
import { useLocale } from '../i18n/locale.js';

export interface MotiveWords {
  /** In the order of every page: the product's motives first, then scales only this questionnaire has. */
  readonly labels: readonly MotiveLabel[];
  readonly label: (motive: string) => MotiveLabel;
  /** Null for a scale of another questionnaire, which has no texts of its own. */
  readonly texts: (motive: string) => MotiveTexts | null;
}

/** Names and poles of what a wave's questionnaire measures, in the reader's language. */
export function useMotives(waveId: string): MotiveWords {
  const { data: wave } = useSuspenseQuery(waveQuery(waveId));
  return useMotivesOf(wave?.instrument.scales);
}

type Scales = readonly (Record<'name' | 'high' | 'low', { readonly de: string; readonly en: string }> & {
  readonly id: string;
})[];

/** The same for a questionnaire one has at hand. */
export function useMotivesOf(scales: Scales | undefined): MotiveWords {
  const { lang } = useLocale();
  const { data: motives } = useSuspenseQuery(motivesQuery);
  return useMemo(() => {
    const texts = new Map(motives.map((motive) => [motive.id, motive]));
    const known = motives.map(({ id, name, high, low }) => ({
      id,
      name: name[lang],
      high: high.label[lang],
      low: low.label[lang],
    }));
    const others = (scales ?? [])
      .filter(({ id }) => !texts.has(id))
      .map(({ id, name, high, low }) => ({ id, name: name[lang], high: high[lang], low: low[lang] }));
    const labels = [...known, ...others];
    const byId = new Map(labels.map((label) => [label.id, label]));
    return {
      labels,
      label: (motive) => byId.get(motive) ?? { id: motive, name: motive, high: '', low: '' },
      texts: (motive) => texts.get(motive) ?? null,
    };
  }, [motives, scales, lang]);
}

/** Pairs each label with its entry, in the order of the labels; what the document lacks is left out. */
export const inOrder = <E extends { readonly motive: string }>(
  labels: readonly MotiveLabel[],
  entries: readonly E[],
): readonly { readonly motive: MotiveLabel; readonly entry: E }[] => {
  const byMotive = new Map(entries.map((entry) => [entry.motive, entry]));
  return labels.flatMap((motive) => {
    const entry = byMotive.get(motive.id);
    return entry ? [{ motive, entry }] : [];
  });
};
