import type { InstrumentShape, NormGroupShape } from './schema.js';

/** Stream id is the instrument's own id (text without `_`). Published versions never change. */
export type InstrumentEvent =
  | { readonly type: 'InstrumentPublished'; readonly document: InstrumentShape }
  | { readonly type: 'NormGroupPublished'; readonly norm: NormGroupShape };

export type InstrumentCommand =
  | { readonly type: 'PublishInstrument'; readonly document: InstrumentShape }
  | { readonly type: 'PublishNormGroup'; readonly norm: NormGroupShape };

export type InstrumentRefusal =
  | { readonly refusal: 'InstrumentVersionAlreadyPublished'; readonly version: string }
  | { readonly refusal: 'InstrumentVersionUnknown'; readonly version: string }
  | { readonly refusal: 'NormVersionAlreadyPublished'; readonly id: string; readonly version: string }
  | { readonly refusal: 'NormLacksScales'; readonly scales: readonly string[] };

export interface Versioned {
  readonly id: string;
  readonly version: string;
}

export type InstrumentState =
  | { readonly situation: 'NotPublished' }
  | {
      readonly situation: 'Published';
      /** Documents by version. */
      readonly versions: ReadonlyMap<string, InstrumentShape>;
      /** Norm groups by `normKey`. */
      readonly norms: ReadonlyMap<string, NormGroupShape>;
    };

export const initialState: InstrumentState = { situation: 'NotPublished' };

export const normKey = (norm: Versioned): string => `${norm.id}@${norm.version}`;

export function evolve(state: InstrumentState, event: InstrumentEvent): InstrumentState {
  switch (event.type) {
    case 'InstrumentPublished': {
      const before = state.situation === 'Published' ? state : { versions: new Map(), norms: new Map() };
      const versions = new Map(before.versions).set(event.document.version, event.document);
      return { situation: 'Published', versions, norms: before.norms };
    }
    case 'NormGroupPublished':
      return state.situation === 'Published'
        ? { ...state, norms: new Map(state.norms).set(normKey(event.norm), event.norm) }
        : state;
  }
}
