/**
 * An instrument is a document: versioned, immutable once published, the same in every language.
 * Motives are scales; a motive keeps its id over editions, an edition chooses the items and motives it asks.
 */
export interface InstrumentDocument {
  readonly id: string;
  readonly version: string;
  /** Which edition of the family this is, for example `full` or `business`. */
  readonly edition: string;
  readonly title: LocalText;
  /** Where items and keys come from, and under which licence. */
  readonly source: string;
  readonly licence: string;
  /** True as long as nobody has collected norm data for it. */
  readonly provisional: boolean;
  readonly response: ResponseScale;
  readonly scales: readonly Scale[];
  /** In displayed order: no two items of one scale side by side. */
  readonly items: readonly Item[];
  /** Share of a scale's items that must be answered for a score (0..1). */
  readonly minimumAnswered: number;
}

/** German and English; further languages are added as further keys. */
export interface LocalText {
  readonly de: string;
  readonly en: string;
}

export interface ResponseScale {
  readonly min: number;
  readonly max: number;
  /** One label an option, from min to max. */
  readonly labels: readonly LocalText[];
}

export interface Scale {
  /** The motive's id, stable over editions and versions. */
  readonly id: string;
  readonly name: LocalText;
  readonly high: LocalText;
  readonly low: LocalText;
  readonly keys: readonly Key[];
}

/** A key belongs to (scale, item), never to the item; 1 counts as answered, -1 reversed. */
export interface Key {
  readonly item: string;
  readonly key: 1 | -1;
}

export interface Item {
  readonly id: string;
  readonly text: LocalText;
}
