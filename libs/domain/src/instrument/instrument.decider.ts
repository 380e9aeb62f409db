import type { Decider, Decision } from '../kernel/decider.js';
import { same } from '../kernel/same.js';
import { evolve, initialState, normKey } from './instrument.js';
import type { InstrumentCommand, InstrumentEvent, InstrumentRefusal, InstrumentState } from './instrument.js';
import type { InstrumentShape, NormGroupShape } from './schema.js';

type Decided = Decision<InstrumentEvent, InstrumentRefusal>;

/** A questionnaire with its versions and norm groups. */
export const instrumentDecider: Decider<
  InstrumentCommand,
  InstrumentState,
  InstrumentEvent,
  InstrumentRefusal
> = { category: 'Instrument', initialState, decide, evolve };

function decide(command: InstrumentCommand, state: InstrumentState): Decided {
  switch (command.type) {
    case 'PublishInstrument':
      return publishInstrument(command.document, state);
    case 'PublishNormGroup':
      return publishNormGroup(command.norm, state);
  }
}

function publishInstrument(document: InstrumentShape, state: InstrumentState): Decided {
  const known = state.situation === 'Published' ? state.versions.get(document.version) : undefined;
  if (!known) return [{ type: 'InstrumentPublished', document }];
  if (same(known, document)) return [];
  return { refusal: 'InstrumentVersionAlreadyPublished', version: document.version };
}

function publishNormGroup(norm: NormGroupShape, state: InstrumentState): Decided {
  const { id, version } = norm.instrument;
  const document = state.situation === 'Published' ? state.versions.get(version) : undefined;
  if (state.situation === 'NotPublished' || document?.id !== id)
    return { refusal: 'InstrumentVersionUnknown', version };
  const known = state.norms.get(normKey(norm));
  if (known && same(known, norm)) return [];
  if (known) return { refusal: 'NormVersionAlreadyPublished', id: norm.id, version: norm.version };
  const normed = new Set(norm.scales.map((s) => s.scale));
  const scales = document.scales.map((s) => s.id).filter((scale) => !normed.has(scale));
  return scales.length > 0 ? { refusal: 'NormLacksScales', scales } : [{ type: 'NormGroupPublished', norm }];
}
