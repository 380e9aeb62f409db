import type { ProfileDocument, QualityFlag } from './documents.js';
import type { InstrumentDocument } from './instrument.js';
import { evenOddConsistency, intraIndividualVariability, longString } from './careless.js';
import { isInsufficient } from './outcome.js';

/** Below this many answers the response-pattern flags stay silent: a short questionnaire proves nothing. */
const ENOUGH_ANSWERS = 10;
/** Seconds an item below which nobody can have read it (Huang, Curran, Keeney, Poposki & DeShon, 2012). */
const SECONDS_LIMIT = 2;
/** Even-odd consistency, signed so that higher is more careless; -0.3 is Johnson's (2005) cut. */
const EVEN_ODD_LIMIT = -0.3;

/**
 * Quality of one person's answers: how many there are, and flags. A flag asks to talk, it never deletes.
 *
 * - `missing`: more than one in five items unanswered.
 * - `long-string`: a run of equal answers in displayed order that is longer than an eighth of the items and than 8.
 * - `low-variability`: SD of the answers, as given, below a tenth of the response range.
 * - `even-odd`: even and odd items of the scales disagree (needs three scales with two answered halves).
 * - `fast`: less than two seconds an item on average.
 *
 * The limits are this product's convention except where a source is named in the code.
 *
 * @param answers Answers as given, by item id.
 * @param seconds Seconds per item, by item id, when they are known.
 * @example
 * answerQuality({ 'autonomy-1': 4, 'structure-1': 2 }, sampleInstrument, { 'autonomy-1': 1, 'structure-1': 2
 *   })
 * // => { answered: 2, of: 8, flags: [{ flag: 'missing', value: 0.75, limit: 0.2 }, { flag: 'fast', value: 1.5,
 * //    limit: 2 }] }
 */
export function answerQuality(
  answers: Readonly<Record<string, number>>,
  instrument: InstrumentDocument,
  seconds: Readonly<Record<string, number>> | undefined,
): ProfileDocument['quality'] {
  const inOrder = instrument.items.map((item) => answers[item.id] ?? null);
  const given = inOrder.filter((answer) => answer !== null);
  const of = instrument.items.length;
  const flags: QualityFlag[] = [];
  const missing = of === 0 ? 0 : (of - given.length) / of;
  if (missing > 0.2) flags.push({ flag: 'missing', value: missing, limit: 0.2 });
  if (given.length >= ENOUGH_ANSWERS) {
    flags.push(...patternFlags(inOrder, answers, instrument));
  }
  const times = instrument.items.flatMap((item) => seconds?.[item.id] ?? []);
  if (times.length > 0) {
    const perItem = times.reduce((total, time) => total + time, 0) / times.length;
    if (perItem < SECONDS_LIMIT) flags.push({ flag: 'fast', value: perItem, limit: SECONDS_LIMIT });
  }
  return { answered: given.length, of, flags };
}

function patternFlags(
  inOrder: readonly (number | null)[],
  answers: Readonly<Record<string, number>>,
  instrument: InstrumentDocument,
): QualityFlag[] {
  const flags: QualityFlag[] = [];
  const { min, max } = instrument.response;
  const run = longString(inOrder);
  const runLimit = Math.max(8, Math.ceil(inOrder.length / 8));
  if (!isInsufficient(run) && run.longest > runLimit) {
    flags.push({ flag: 'long-string', value: run.longest, limit: runLimit });
  }
  const spread = intraIndividualVariability(inOrder);
  const spreadLimit = (max - min) / 10;
  if (!isInsufficient(spread) && spread < spreadLimit) {
    flags.push({ flag: 'low-variability', value: spread, limit: spreadLimit });
  }
  const byScale = instrument.scales.map((scale) =>
    scale.keys.map(({ item, key }) => {
      const answer = answers[item];
      if (answer === undefined) return null;
      return key === 1 ? answer : min + max - answer;
    }),
  );
  const evenOdd = evenOddConsistency(byScale);
  if (!isInsufficient(evenOdd) && evenOdd > EVEN_ODD_LIMIT) {
    flags.push({ flag: 'even-odd', value: evenOdd, limit: EVEN_ODD_LIMIT });
  }
  return flags;
}
