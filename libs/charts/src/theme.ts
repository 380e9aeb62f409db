/**
 * Colours, sizes and the font. Red and blue belong to the poles of a motive and to nothing else; teams, counts, status
 * and change have colours of their own, and no meaning rests on colour alone.
 */
export const color = {
  red: '#A50F20',
  redTint: '#F7DFE1',
  blue: '#2B7BBA',
  /** Blue for small text: the same hue, dark enough for WCAG AA on white and on the shaded band. */
  blueText: '#1F639B',
  blueTint: '#DCEBF6',
  balanced: '#6B7280',
  balancedText: '#4B5563',
  balancedTint: '#E5E7EB',
  teamA: '#0F766E',
  teamATint: '#CFE9E5',
  teamB: '#C2570C',
  teamBTint: '#FBE3CF',
  ink: '#1F2933',
  inkSoft: '#4B5563',
  inkFaint: '#78838F',
  rule: '#E3E7EC',
  zero: '#AAB2BD',
  shade: '#F0F2F5',
  spread: '#C5CCD6',
  paper: '#FFFFFF',
} as const;

/** Purple shades for counts of blind spots, from none to six or more; purple stands for no pole. */
export const purples = ['#FFFFFF', '#EEE8F8', '#DACDF0', '#BFA8E3', '#A587D4', '#7448AE', '#4C1D86'] as const;

/** The shade of a count and the text colour that can be read on it (WCAG AA). */
export const purpleOf = (count: number): { readonly fill: string; readonly text: string } => {
  const step = Math.max(0, Math.min(purples.length - 1, Math.trunc(count)));
  return { fill: purples[step] ?? color.paper, text: step >= 5 ? color.paper : color.ink };
};

export const size = {
  name: 12,
  label: 10.5,
  small: 10,
  value: 12,
} as const;

/** Line height of small text, as px between baselines. */
export const leading = { name: 14, label: 12 } as const;

export const DEFAULT_FONT =
  "Inter, 'Inter Variable', 'Helvetica Neue', Helvetica, 'Liberation Sans', Arial, sans-serif";

/** Narrower than this, a chart takes the phone layout unless told otherwise. */
export const COMPACT_BELOW = 480;
export const MEDIUM_BELOW = 660;
