import type { ChartModel, DataTable } from '@rapport/charts';
import type { Audience, Locale } from '@rapport/domain';
import type { BandRule, Provenance } from '@rapport/psychometrics';

/**
 * The report as a document: JSON with every word, figure and chart model in reading order. All files of a report are
 * renderings of this one document, and its canonical JSON is what the printed fingerprint is the hash of.
 */
export interface ReportDocument {
  readonly schema: 'rapport-report/1';
  readonly id: string;
  readonly audience: Audience;
  readonly locale: Locale;
  readonly dated: string;
  readonly logPosition: string;
  readonly cover: Cover;
  readonly furniture: Furniture;
  readonly sections: readonly Section[];
  /** The team figures behind text and charts, as numbers. */
  readonly figures: Figures;
  /** Where figures come from, by key; charts, tables and figures name their keys. */
  readonly sources: Readonly<Record<string, FigureSource>>;
}

export interface Cover {
  readonly firm: string;
  readonly clientOrganisation: string;
  readonly title: string;
  readonly subtitle: string;
  readonly copy: string;
  /** Who may read it. */
  readonly confidentiality: string;
  /** Set when the engagement is made up. */
  readonly invented: string | null;
  readonly facts: readonly Fact[];
}

/** Fixed words that the renderer prints around the content. */
export interface Furniture {
  readonly header: string;
  readonly footer: string;
  readonly contents: string;
  readonly figure: string;
  readonly table: string;
  readonly page: string;
  readonly of: string;
  readonly position: string;
  readonly fingerprint: string;
  /** Label of the fingerprint in full length. */
  readonly wholeFingerprint: string;
}

export interface Section {
  readonly id: string;
  readonly heading: string;
  /** Starts on a new page. */
  readonly newPage: boolean;
  readonly blocks: readonly Block[];
}

export interface Fact {
  readonly term: string;
  readonly text: string;
}

export interface Heading {
  readonly kind: 'heading';
  readonly level: 2 | 3;
  readonly text: string;
  readonly newPage?: boolean;
}

export interface Paragraph {
  readonly kind: 'paragraph';
  readonly text: string;
  readonly tone?: 'lead' | 'note';
  /** Never the last on a page. */
  readonly withNext?: boolean;
}

export interface List {
  readonly kind: 'list';
  readonly heading?: string;
  readonly items: readonly string[];
}

export interface Facts {
  readonly kind: 'facts';
  /** Many short entries: set in two columns. */
  readonly dense?: boolean;
  readonly facts: readonly Fact[];
}

export interface Chart {
  readonly kind: 'chart';
  readonly model: ChartModel;
  /** How to look at it, in one sentence. */
  readonly caption: string;
  /** What is to be seen, in one sentence, for those who cannot see it. */
  readonly alt: string;
  readonly table: DataTable;
  readonly sources: readonly string[];
}

export interface Table {
  readonly kind: 'table';
  readonly caption: string;
  readonly columns: DataTable['columns'];
  readonly rows: DataTable['rows'];
  readonly sources: readonly string[];
  /** Relative widths; all alike without. */
  readonly widths?: readonly number[];
}

export interface Questions {
  readonly kind: 'questions';
  readonly heading: string;
  readonly items: readonly string[];
}

/** A difference on two levels side by side: how it helps and hurts, what to ask, what could be agreed. */
export interface Levels {
  readonly kind: 'levels';
  readonly levels: readonly {
    readonly heading: string;
    readonly parts: readonly { readonly heading: string; readonly texts: readonly string[] }[];
  }[];
}

/** Rows of texts under common headings, each row with a title of its own. */
export interface TextGrid {
  readonly kind: 'text-grid';
  readonly headings: readonly string[];
  readonly rows: readonly { readonly title: string; readonly cells: readonly string[] }[];
}

export interface AgreementCard {
  readonly kind: 'agreement';
  readonly text: string;
  readonly status: string;
  /** Drives the mark beside the status; never a pole colour. */
  readonly state: 'open' | 'agreed' | 'kept' | 'partly' | 'broken';
  readonly facts: readonly Fact[];
  readonly checkIns: readonly { readonly on: string; readonly state: string; readonly note: string | null }[];
}

export type Block =
  Heading | Paragraph | List | Facts | Chart | Table | Questions | Levels | TextGrid | AgreementCard;

/** What a figure was computed from. Assessment ids are named in a coach's copy only; a client's copy counts them. */
export interface FigureSource {
  readonly wave: { readonly id: string; readonly title: string };
  readonly team: { readonly id: string; readonly name: string };
  readonly n: number;
  readonly assessments: readonly string[] | null;
  readonly instrument: Provenance['instrument'];
  readonly norm: Provenance['norm'];
  readonly bandRule: BandRule;
  readonly scoring: string;
  readonly scores: NonNullable<Provenance['source']>;
}

/** `null` where a figure does not exist or is not shown to this reader. */
export interface TeamFigure {
  readonly wave: string;
  readonly team: string;
  readonly motive: string;
  readonly name: string;
  readonly n: number | null;
  readonly mean: number | null;
  readonly sd: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly blue: number | null;
  readonly balanced: number | null;
  readonly red: number | null;
  readonly source: string;
}

export interface ComparisonFigure {
  readonly teamA: string;
  readonly teamB: string;
  readonly motive: string;
  readonly name: string;
  readonly difference: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly finding: string;
  readonly constellation: string | null;
  readonly sources: readonly string[];
}

export interface Figures {
  readonly teams: readonly TeamFigure[];
  readonly comparisons: readonly ComparisonFigure[];
}
