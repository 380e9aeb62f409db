import type { LocalText } from '@rapport/psychometrics';

/** The sixteen motives in the order in which every page, chart and file lists them. */
export const MOTIVES = [
  'influence',
  'autonomy',
  'curiosity',
  'social-recognition',
  'structure',
  'possession',
  'principles',
  'social-commitment',
  'social-contact',
  'family',
  'status',
  'competition',
  'sensuality',
  'food',
  'physical-activity',
  'safety',
] as const;
export type MotiveId = (typeof MOTIVES)[number];

/** Left out of the business edition: data minimisation. */
export const PRIVATE_MOTIVES: readonly MotiveId[] = ['family', 'food', 'physical-activity', 'sensuality'];

/** One pole of a motive, addressed to the person who stands there (Sie in German, you in English). */
export interface PoleTexts {
  /** Two to five words, positive verbs, for axis ends and tables. */
  readonly label: LocalText;
  readonly want: LocalText;
  readonly easy: LocalText;
  readonly costs: LocalText;
  /** How I may come across to someone of the other pole. */
  readonly seenByOther: LocalText;
  readonly helps: LocalText;
}

/** How two expressions act on each other, on one level. */
export interface ConstellationSide {
  readonly helps: LocalText;
  readonly hurts: LocalText;
  readonly question: LocalText;
  readonly proposals: readonly [LocalText, LocalText];
}

export interface ConstellationTexts {
  readonly persons: ConstellationSide;
  readonly teams: ConstellationSide;
}

export interface MotiveTexts {
  readonly id: MotiveId;
  readonly name: LocalText;
  /** One neutral sentence: what this motive is about. */
  readonly about: LocalText;
  readonly high: PoleTexts;
  readonly low: PoleTexts;
  /** "Depends on the situation", in words of this motive. */
  readonly balanced: LocalText;
  readonly constellations: {
    readonly 'red-red': ConstellationTexts;
    readonly 'blue-blue': ConstellationTexts;
    readonly 'red-blue': ConstellationTexts;
  };
}
