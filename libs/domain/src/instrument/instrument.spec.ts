import { describe, it } from '@jest/globals';
import { scenariosOf } from '../kernel/scenario.js';
import { instrumentDecider } from './instrument.decider.js';
import type { InstrumentCommand, InstrumentEvent } from './instrument.js';
import type { InstrumentShape, NormGroupShape } from './schema.js';

const given = scenariosOf(instrumentDecider);
const both = (s: string) => ({ de: s, en: s });

const document: InstrumentShape = {
  id: 'tiny',
  version: '1.0',
  edition: 'full',
  title: both('Tiny'),
  source: 'invented',
  licence: 'CC0',
  provisional: true,
  response: { min: 1, max: 5, labels: [1, 2, 3, 4, 5].map((n) => both(`option ${n}`)) },
  scales: ['status', 'autonomy'].map((id) => ({
    id,
    name: both(id),
    high: both('high'),
    low: both('low'),
    keys: [{ item: `${id}-1`, key: 1 }],
  })),
  items: ['status-1', 'autonomy-1'].map((id) => ({ id, text: both(id) })),
  minimumAnswered: 0.5,
};
const norm: NormGroupShape = {
  id: 'all',
  version: '1',
  instrument: { id: 'tiny', version: '1.0' },
  title: both('All'),
  population: both('Everybody'),
  collected: { from: '2025-01-01', to: '2025-12-31' },
  n: 200,
  provisional: false,
  scales: ['status', 'autonomy'].map((scale) => ({ scale, mean: 3, sd: 1, reliability: 0.8, n: 200 })),
};
const published: InstrumentEvent = { type: 'InstrumentPublished', document };
const normed: InstrumentEvent = { type: 'NormGroupPublished', norm };

describe('PublishInstrument', () => {
  const publish: InstrumentCommand = { type: 'PublishInstrument', document };
  it('publishes the first version', () => given().when(publish).thenEvents(published));
  it('publishes a further version and keeps norms of the first', () => {
    const second = { ...document, version: '1.1' };
    given(published, normed)
      .when({ ...publish, document: second })
      .thenEvents({ type: 'InstrumentPublished', document: second });
    given(published, normed, { type: 'InstrumentPublished', document: second })
      .when({ type: 'PublishNormGroup', norm })
      .thenNothing();
  });
  it('is refused when that version says something else', () =>
    given(published)
      .when({ ...publish, document: { ...document, provisional: false } })
      .thenRefused({ refusal: 'InstrumentVersionAlreadyPublished', version: '1.0' }));
  it('is quiet when repeated', () => given(published, normed).when(publish).thenNothing());
});

describe('PublishNormGroup', () => {
  const publish: InstrumentCommand = { type: 'PublishNormGroup', norm };
  it('publishes a norm group', () => given(published).when(publish).thenEvents(normed));
  it('is refused before the instrument is published', () =>
    given().when(publish).thenRefused({ refusal: 'InstrumentVersionUnknown', version: '1.0' }));
  it('is refused for a version of the instrument that is not published', () =>
    given(published)
      .when({ ...publish, norm: { ...norm, instrument: { id: 'tiny', version: '2.0' } } })
      .thenRefused({ refusal: 'InstrumentVersionUnknown', version: '2.0' }));
  it('is refused for another instrument', () =>
    given(published)
      .when({ ...publish, norm: { ...norm, instrument: { id: 'large', version: '1.0' } } })
      .thenRefused({ refusal: 'InstrumentVersionUnknown', version: '1.0' }));
  it('is refused when scales are missing', () =>
    given(published)
      .when({ ...publish, norm: { ...norm, scales: norm.scales.slice(0, 1) } })
      .thenRefused({ refusal: 'NormLacksScales', scales: ['autonomy'] }));
  it('is refused when that version of the norm says something else', () =>
    given(published, normed)
      .when({ ...publish, norm: { ...norm, n: 201 } })
      .thenRefused({ refusal: 'NormVersionAlreadyPublished', id: 'all', version: '1' }));
  it('is quiet when repeated', () => given(published, normed).when(publish).thenNothing());
});
