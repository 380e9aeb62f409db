import type { BandRule, MemberProfile, NormGroup } from './documents.js';
import type { InstrumentDocument } from './instrument.js';
import { profileFromScores } from './profile.js';

/** A small instrument for tests: two motives of four items each, options 1 to 5, every second item reversed. */
export const sampleInstrument: InstrumentDocument = {
  id: 'sample',
  version: '1',
  edition: 'full',
  title: { de: 'Probe', en: 'Sample' },
  source: 'made for tests',
  licence: 'Apache-2.0',
  provisional: true,
  minimumAnswered: 0.75,
  response: {
    min: 1,
    max: 5,
    labels: ['1', '2', '3', '4', '5'].map((label) => ({ de: label, en: label })),
  },
  scales: ['autonomy', 'structure'].map((id) => ({
    id,
    name: { de: id, en: id },
    high: { de: 'hoch', en: 'high' },
    low: { de: 'tief', en: 'low' },
    keys: [1, 2, 3, 4].map((each) => ({ item: `${id}-${each}`, key: each % 2 === 0 ? -1 : 1 }) as const),
  })),
  items: [1, 2, 3, 4].flatMap((each) =>
    ['autonomy', 'structure'].map((id) => ({
      id: `${id}-${each}`,
      text: { de: `${id} ${each}`, en: `${id} ${each}` },
    })),
  ),
};

/** Mean 3, SD 0.5, reliability .84 (so SEM = 0.4) for both motives. */
export const sampleNorm: NormGroup = {
  id: 'sample-norm',
  version: '1',
  instrument: { id: 'sample', version: '1' },
  title: { de: 'Probe', en: 'Sample' },
  population: { de: 'niemand', en: 'nobody' },
  collected: { from: '2026-01-01', to: '2026-02-01' },
  n: 200,
  provisional: false,
  scales: ['autonomy', 'structure'].map((scale) => ({ scale, mean: 3, sd: 0.5, reliability: 0.84, n: 200 })),
};

export const sampleRule: BandRule = { id: 'default', version: '1', cut: 1 };

/** A member with the given z scores on autonomy and structure; with `norm` null nothing is known about errors. */
export function sampleMember(
  member: string,
  z: readonly (number | null)[],
  norm: NormGroup | null = sampleNorm,
): MemberProfile {
  const scores = Object.fromEntries(
    ['autonomy', 'structure'].flatMap((scale, index) => {
      const value = z[index];
      return value === null || value === undefined ? [] : [[scale, value]];
    }),
  );
  const assessment = `assessment-${member}`;
  return {
    member,
    assessment,
    profile: profileFromScores(scores, 'z', sampleInstrument, norm, sampleRule, { assessment }),
  };
}
