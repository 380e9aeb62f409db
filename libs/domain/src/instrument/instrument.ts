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
