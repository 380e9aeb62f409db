import { PRIMES, quotientCoordinates } from './numeric/prime-field.js';

/**
 * A figure about a group that leaves the trusted circle: a mean with its n, a sum or a count. What matters is whom it is
 * about; two figures about the same unknown values (one motive in one wave, say) share a `measure`.
 */
export interface GroupFigure {
  readonly id: string;
  readonly measure: string;
  /** Ids of the people behind the figure. */
  readonly members: readonly string[];
}

export interface AuditFinding {
  readonly kind:
    /** The figure itself is about fewer people than the threshold. */
    | 'too-few'
    /** Two figures of one measure differ by fewer people than the threshold. */
    | 'difference'
    /** All figures together determine the value of one person, or the sum of a group below the threshold. */
    | 'determined'
    /** More combinations than can be looked at: refused, because it cannot be shown to be safe. */
    | 'undecided';
  readonly measure: string;
  /** The people whose sum would be known; for 'difference' those in one figure but not in the other. */
  readonly people: readonly string[];
  /** The figures at fault, or all of the measure for 'determined'. */
  readonly figures: readonly string[];
}

export interface AuditResult {
  readonly permitted: boolean;
  readonly threshold: number;
  readonly figures: number;
  readonly people: number;
  readonly findings: readonly AuditFinding[];
}

export interface AuditOptions {
  /** Smallest group whose sum may be known; 5 or more, default 5. */
  readonly threshold?: number;
  /** People whose own values a viewer knows, because viewers may be members themselves. */
  readonly known?: readonly string[];
}

const LEAST_THRESHOLD = 5;
const MOST_COMBINATIONS = 500_000;

/**
 * Exact linear audit of a release: may these figures join everything that was ever released to the same client
 * organisation, if all viewers put together what they know?
 *
 * A sum over people is known when the 0/1 row of these people lies in the row space of all released figures of the
 * measure (and of the people whose values a viewer knows). Refused is whatever determines one person or any group
 * smaller than the threshold, figures about too few people, and two figures that differ by fewer people than the
 * threshold. People who stand in exactly the same figures cannot be told apart by any of them, so only unions of such
 * blocks can be determined: all unions below the threshold are tested, none is sampled. The rank is taken over two
 * large prime fields, so nothing is rounded; a coincidence there can only refuse too much.
 *
 * It covers what linear figures reveal; bounds (a mean at the end of the scale) and zero variance are another rule.
 *
 * @param candidates Figures that are to be released together.
 * @param released Everything released before, withdrawn or not: what was seen stays known.
 * @throws RangeError for a threshold below 5 or a figure that names a person twice.
 * @example
 * auditRelease([{ id: 'second', measure: 'autonomy', members: ['a', 'b', 'c', 'd', 'e'] }], [{ id: 'first',
 *   measure: 'autonomy', members: ['a', 'b', 'c', 'd', 'e', 'f'] }]).findings.map(({ kind, people }) => [kind,
 *   people])
 * // => [['difference', ['f']], ['determined', ['f']]]
 */
export function auditRelease(
  candidates: readonly GroupFigure[],
  released: readonly GroupFigure[],
  options: AuditOptions = {},
): AuditResult {
  const threshold = options.threshold ?? LEAST_THRESHOLD;
  if (!(threshold >= LEAST_THRESHOLD)) {
    throw new RangeError(`the threshold can be raised above ${LEAST_THRESHOLD}, not lowered: ${threshold}`);
  }
  const all = [...released, ...candidates];
  for (const { id, members } of all) {
    if (new Set(members).size !== members.length) throw new RangeError(`figure ${id} names a person twice`);
  }
  const measures = [...new Set(candidates.map(({ measure }) => measure))];
  const findings = measures.flatMap((measure) => {
    const own = candidates.filter((figure) => figure.measure === measure);
    const before = released.filter((figure) => figure.measure === measure);
    return [
      ...tooFew(own, threshold),
      ...smallDifferences(own, before, threshold),
      ...determined(measure, [...before, ...own], options.known ?? [], threshold),
    ];
  });
  return {
    permitted: findings.length === 0,
    threshold,
    figures: all.length,
    people: new Set(all.flatMap(({ members }) => members)).size,
    findings,
  };
}

function tooFew(figures: readonly GroupFigure[], threshold: number): AuditFinding[] {
  return figures
    .filter(({ members }) => members.length < threshold)
    .map(({ id, measure, members }) => ({ kind: 'too-few', measure, people: members, figures: [id] }));
}

function smallDifferences(
  own: readonly GroupFigure[],
  before: readonly GroupFigure[],
  threshold: number,
): AuditFinding[] {
  return own.flatMap((figure, at) =>
    [...before, ...own.slice(0, at)].flatMap((other): AuditFinding[] => {
      const people = symmetricDifference(figure.members, other.members);
      if (people.length === 0 || people.length >= threshold) return [];
      return [{ kind: 'difference', measure: figure.measure, people, figures: [other.id, figure.id] }];
    }),
  );
}

function symmetricDifference(a: readonly string[], b: readonly string[]): string[] {
  const inA = new Set(a);
  const inB = new Set(b);
  return [...a.filter((person) => !inB.has(person)), ...b.filter((person) => !inA.has(person))];
}

/** People who stand in exactly the same figures. */
interface Block {
  readonly people: readonly string[];
  readonly column: readonly number[];
}

function determined(
  measure: string,
  figures: readonly GroupFigure[],
  known: readonly string[],
  threshold: number,
): AuditFinding[] {
  const knownHere = known.filter((person) => figures.some(({ members }) => members.includes(person)));
  const blocks = blocksOf(figures, knownHere);
  const rows = Array.from({ length: figures.length + knownHere.length }, (_, row) =>
    blocks.map(({ column }) => column[row]!),
  );
  // A known person's own value is no finding: only blocks of other people can be revealed.
  const candidates = blocks.flatMap(({ people }, index) =>
    people.length < threshold && !people.some((person) => knownHere.includes(person)) ? [index] : [],
  );
  const sizes = blocks.map(({ people }) => people.length);
  const coordinates = PRIMES.map((prime) => quotientCoordinates(rows, blocks.length, prime));
  const union = determinedUnion(candidates, sizes, coordinates, threshold);
  if (union === undefined) return [];
  const base = { measure, figures: figures.map(({ id }) => id) };
  if (union === 'undecided') return [{ ...base, kind: 'undecided', people: [] }];
  return [{ ...base, kind: 'determined', people: union.flatMap((index) => blocks[index]!.people) }];
}

function blocksOf(figures: readonly GroupFigure[], known: readonly string[]): Block[] {
  const members = [
    ...figures.map((figure) => new Set(figure.members)),
    ...known.map((person) => new Set([person])),
  ];
  const blocks = new Map<string, { people: string[]; column: number[] }>();
  for (const person of new Set(figures.flatMap((figure) => figure.members))) {
    const column = members.map((group) => (group.has(person) ? 1 : 0));
    const key = column.join('');
    const block = blocks.get(key);
    if (block === undefined) blocks.set(key, { people: [person], column });
    else block.people.push(person);
  }
  return [...blocks.values()];
}

/**
 * Smallest union of blocks with fewer people than the threshold whose coordinates sum to 0. Unions are met in the
 * middle: each is the sum of two disjoint halves, so halves of half the blocks are enough.
 */
function determinedUnion(
  candidates: readonly number[],
  sizes: readonly number[],
  coordinates: readonly (readonly (readonly number[])[])[],
  threshold: number,
): readonly number[] | 'undecided' | undefined {
  const halves = unionsUpTo(candidates, sizes, Math.ceil((threshold - 1) / 2), threshold);
  if (halves === undefined) return 'undecided';
  const bySum = new Map<string, (readonly number[])[]>();
  for (const half of halves) {
    const key = coordinates.map((vectors, at) => sumOf(half, vectors, PRIMES[at]!).join()).join(';');
    const same = bySum.get(key);
    if (same === undefined) bySum.set(key, [half]);
    else same.push(half);
  }
  let best: readonly number[] | undefined;
  let bestSize = threshold;
  for (const half of halves) {
    const opposite = coordinates
      .map((vectors, at) =>
        sumOf(half, vectors, PRIMES[at]!)
          .map((x) => (PRIMES[at]! - x) % PRIMES[at]!)
          .join(),
      )
      .join(';');
    for (const other of bySum.get(opposite) ?? []) {
      if (other.some((block) => half.includes(block))) continue;
      const union = [...half, ...other];
      const size = union.reduce((total, block) => total + sizes[block]!, 0);
      if (union.length === 0 || size >= bestSize) continue;
      best = union;
      bestSize = size;
    }
  }
  return best;
}

/** All unions of at most so many blocks with fewer people than the threshold, the empty one included. */
function unionsUpTo(
  candidates: readonly number[],
  sizes: readonly number[],
  blocks: number,
  threshold: number,
): number[][] | undefined {
  const unions: number[][] = [[]];
  const grow = (start: number, union: number[], size: number): boolean => {
    if (union.length === blocks) return true;
    for (let at = start; at < candidates.length; at += 1) {
      const block = candidates[at]!;
      const grown = size + sizes[block]!;
      if (grown >= threshold) continue;
      if (unions.length >= MOST_COMBINATIONS) return false;
      const next = [...union, block];
      unions.push(next);
      if (!grow(at + 1, next, grown)) return false;
    }
    return true;
  };
  return grow(0, [], 0) ? unions : undefined;
}

function sumOf(union: readonly number[], vectors: readonly (readonly number[])[], prime: number): number[] {
  const width = vectors[0]?.length ?? 0;
  const total = new Array<number>(width).fill(0);
  for (const block of union) {
    const vector = vectors[block]!;
    for (let k = 0; k < width; k += 1) total[k] = (total[k]! + vector[k]!) % prime;
  }
  return total;
}
