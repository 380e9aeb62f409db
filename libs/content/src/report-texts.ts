import type {
  Band,
  ChangeFinding,
  Constellation,
  Finding,
  QualityFlag,
  TeamMotive,
} from '@rapport/psychometrics';

import type { Language } from './lint.js';
import type { Entry, GlossaryId } from './report-glossary.js';
import { reportTextsDe } from './report-texts.de.js';
import { reportTextsEn } from './report-texts.en.js';
import type { PoleTexts } from './types.js';

/**
 * All words of a report. A missing key in one language fails to compile. Texts that carry figures are functions of one
 * object; numbers that are not counts come in as strings, already written in the language of the report.
 */
export interface ReportTexts {
  readonly cover: CoverTexts;
  readonly summary: SummaryTexts;
  readonly howToRead: HowToReadTexts;
  readonly sections: Readonly<Record<SectionId, SectionTexts>>;
  readonly captions: CaptionTexts;
  readonly sentences: SentenceTexts;
  /** Headings above the pole texts of a person. */
  readonly pole: Readonly<Record<Exclude<keyof PoleTexts, 'label'> | 'balanced', string>>;
  readonly constellation: ConstellationHeadings;
  readonly words: WordTexts;
  readonly table: Readonly<Record<TableHeading, string>>;
  readonly dataQuality: DataQualityTexts;
  /** What the report is not, one sentence or two each. */
  readonly limits: readonly string[];
  readonly glossary: Readonly<Record<GlossaryId, Entry>>;
  readonly footer: FooterTexts;
}

export type SectionId =
  | 'individual'
  | 'team'
  | 'contrast'
  | 'comparison'
  | 'blindSpots'
  | 'change'
  | 'agreements'
  | 'dataQuality'
  | 'limits'
  | 'glossary';

export interface SectionTexts {
  readonly title: string;
  readonly lead: string;
  /** Two or three questions that close the section; empty where there is nothing to talk over. */
  readonly questions: readonly string[];
}

export interface CoverTexts {
  readonly kind: string;
  readonly title: Readonly<Record<'coach' | 'client', string>>;
  readonly confidential: Readonly<Record<'coach' | 'client', string>>;
  readonly purpose: string;
  readonly invented: string;
  readonly preparedFor: string;
  readonly preparedBy: string;
  readonly engagement: string;
  readonly goal: string;
  readonly teams: string;
  readonly wave: string;
  readonly comparedWith: string;
  readonly dated: string;
  readonly contents: string;
  readonly teamLine: (data: { team: string; function: string; n: number }) => string;
}

export interface SummaryTexts {
  readonly title: string;
  readonly intro: (data: { teams: readonly string[]; people: number }) => string;
  readonly shared: string;
  readonly noShared: string;
  readonly differences: string;
  readonly noDifferences: string;
  readonly blindSpots: string;
  readonly noBlindSpots: string;
  readonly agreements: string;
  readonly noAgreements: string;
  readonly basis: string;
  readonly basisText: (data: {
    answered: number;
    invited: number;
    instrument: string;
    scale: string;
  }) => string;
  readonly nextSteps: string;
  readonly nextStepsText: readonly [string, string, string];
}

export interface HowToReadTexts {
  readonly title: string;
  readonly lead: string;
  readonly poles: Entry;
  readonly bands: (data: { cut: string }) => Entry;
  readonly errorBand: Entry;
  /** Without reliability there is no error band. */
  readonly noErrorBand: Entry;
  /** By the rule that decided: beyond measurement error, or beyond chance where no reliability is known. */
  readonly difference: Readonly<
    Record<'measurement-error' | 'permutation', (data: { from: string }) => Entry>
  >;
  readonly people: Entry;
  /** An invented example of two motives, of team A and team B: a marked difference over one that is not established. */
  readonly example: Entry & { readonly caption: string };
  readonly notNormed: Entry;
  readonly normed: (data: { norm: string; n: number }) => Entry;
  readonly provisional: Entry;
  readonly smallNorm: (data: { n: number }) => Entry;
  readonly invented: Entry;
}

type Named = { readonly name: string };
type TeamOf = { readonly team: string; readonly n: number };
/** Whether the chart draws error bands. */
type Drawn = { readonly errorBand: boolean };
type TwoTeams = { readonly a: string; readonly nA: number; readonly b: string; readonly nB: number };

/** One sentence under every chart that says what to see. */
export interface CaptionTexts {
  readonly profile: (data: Named & Drawn) => string;
  readonly teamDots: (data: TeamOf) => string;
  readonly teamMeans: (data: TeamOf & Drawn) => string;
  readonly bandShares: (data: TeamOf) => string;
  readonly comparison: (data: TwoTeams) => string;
  readonly blindSpots: (data: TeamOf) => string;
  readonly change: (data: { team: string; stayed: number; joined: number; left: number }) => string;
  readonly timeline: (data: { team: string; waves: number } & Drawn) => string;
  readonly progress: (data: { submitted: number; invited: number }) => string;
  readonly figure: (data: { number: number }) => string;
  readonly tableOf: (data: { caption: string }) => string;
}

type Range = { readonly low: string; readonly high: string };
/** Where a team stands: its mean and the band in which that lies. */
type SidePlace = Named & { readonly mean: string; readonly band: Band };
type OneMotive = { readonly motive: string };

/** Findings in one sentence; `pole` is the label of the pole meant. */
export interface SentenceTexts {
  readonly lean: (data: OneMotive & { pole: string; band: 'red' | 'blue' }) => string;
  readonly balanced: (data: OneMotive) => string;
  readonly overlaps: (data: OneMotive) => string;
  readonly shared: (data: OneMotive & { pole: string; count: number; n: number }) => string;
  /** Opens the list of motives in which both sides are present. */
  readonly splitLead: string;
  readonly split: (data: OneMotive & { red: number; blue: number }) => string;
  /** Opens the list of motives in which one pole has nobody. */
  readonly teamBlindSpotLead: (data: { n: number }) => string;
  readonly pairBlindSpot: (data: OneMotive & { red: string; blue: string }) => string;
  readonly markedDifference: (data: {
    first: SidePlace;
    second: SidePlace;
    /** Both poles by the team that stands nearer to them. */
    nearRed: { readonly team: string; readonly pole: string };
    nearBlue: { readonly team: string; readonly pole: string };
    /** Without a sign, as is the interval. */
    gap: string;
    interval: Range | null;
  }) => string;
  /** Motives in which the teams lie close together and no difference is established. */
  readonly close: (data: { motives: string }) => string;
  readonly notEstablished: (data: OneMotive & { a: string; b: string }) => string;
  readonly translators: (data: { names: string; otherTeam: string }) => string;
  readonly detectable: (data: { nA: number; nB: number; d: string }) => string;
  readonly faultline: (data: { groups: number; p: string }) => string;
  readonly reliableChange: (
    data: OneMotive & { team: string; difference: string; interval: Range | null },
  ) => string;
  readonly changeParts: (data: { within: string; entry: string; exit: string }) => string;
  readonly tooLittle: (data: { n: number; needed: number }) => string;
  readonly groupTooSmall: (data: { minimum: number }) => string;
  readonly notReleased: (data: { count: number }) => string;
}

export interface ConstellationHeadings {
  readonly names: Readonly<Record<Constellation, string>>;
  readonly persons: string;
  readonly teams: string;
  readonly helps: string;
  readonly hurts: string;
  readonly question: string;
  readonly proposals: string;
}

/** Single words for cells, legends and chips. */
export interface WordTexts {
  readonly band: Readonly<Record<Band, string>>;
  readonly finding: Readonly<Record<Finding, string>>;
  readonly change: Readonly<Record<ChangeFinding, string>>;
  readonly pattern: Readonly<Record<TeamMotive['pattern'], string>>;
  readonly agreement: Readonly<Record<'proposed' | 'accepted' | 'reviewed' | 'dropped', string>>;
  readonly outcome: Readonly<Record<'kept' | 'partly' | 'broken', string>>;
  readonly checkIn: Readonly<Record<'on-track' | 'slipping' | 'stuck', string>>;
  readonly basis: Readonly<Record<'norm' | 'response-scale', string>>;
  readonly provisional: string;
  readonly invented: string;
  readonly overlaps: string;
  readonly people: (data: { n: number }) => string;
  readonly none: string;
}

export type TableHeading =
  | 'motive'
  | 'redPole'
  | 'bluePole'
  | 'value'
  | 'band'
  | 'interval'
  | 'mean'
  | 'sd'
  | 'median'
  | 'middleHalf'
  | 'range'
  | 'red'
  | 'balanced'
  | 'blue'
  | 'n'
  | 'pattern'
  | 'difference'
  | 'effect'
  | 'p'
  | 'finding'
  | 'constellation'
  | 'person'
  | 'team'
  | 'gap'
  | 'limit'
  | 'strength'
  | 'first'
  | 'second'
  | 'within'
  | 'entry'
  | 'exit'
  | 'agreement'
  | 'owner'
  | 'due'
  | 'review'
  | 'state'
  | 'outcome'
  | 'note'
  | 'answered'
  | 'flag'
  | 'scale'
  | 'reliability';

export interface DataQualityTexts {
  /** Origin and licence of the questionnaires that come with the product, by id; others tell theirs as it was written. */
  readonly origins: Readonly<Record<string, { readonly source: string; readonly licence: string }>>;
  readonly participation: (data: { team: string; submitted: number; invited: number }) => string;
  readonly answered: (data: { answered: number; of: number }) => string;
  readonly instrument: (data: { title: string; version: string }) => string;
  readonly norm: (data: { title: string; version: string; n: number }) => string;
  readonly noNorm: string;
  readonly bandRule: (data: { id: string; version: string; cut: string }) => string;
  readonly scoring: (data: { version: string }) => string;
  /** Lowest and highest reliability of the scales, and how far the error band of one person reaches. */
  readonly precision: (data: { alpha: Range; reach: Range }) => string;
  readonly imported: string;
  readonly flags: Readonly<Record<QualityFlag['flag'], Entry>>;
  readonly flagsLead: string;
  readonly noFlags: string;
  readonly flagged: (data: { count: number; n: number }) => string;
}

export interface FooterTexts {
  readonly page: (data: { page: number; pages: number }) => string;
  readonly notForSelection: string;
  readonly invented: string;
}

export const reportTexts: Readonly<Record<Language, ReportTexts>> = {
  de: reportTextsDe,
  en: reportTextsEn,
};
