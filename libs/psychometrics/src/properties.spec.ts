import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  allPairsSimilarity,
  averageDeviation,
  averageSilhouetteFaultline,
  benjaminiHochberg,
  changeDecomposition,
  cronbachAlpha,
  iccAnova,
  isInsufficient,
  mannWhitney,
  permutationTest,
  profileSimilarity,
  reverseAnswers,
  rwg,
  rwgJ,
  scaleScores,
  signFlipTest,
  teamPersonality,
  type Matrix,
} from './index.js';
import { sampleMember } from '../fixtures/sample.js';

const answer = fc.integer({ min: 1, max: 5 });
const answerOrGap = fc.option(answer, { freq: 6, nil: null });
const rowsOf = (columns: number, least = 2) =>
  fc.array(fc.array(answerOrGap, { minLength: columns, maxLength: columns }), {
    minLength: least,
    maxLength: 12,
  });
const score = fc.integer({ min: -300, max: 300 }).map((x) => x / 100);

const offGridScore = fc.integer({ min: -3e8, max: 3e8 }).map((x) => x / 1e8 + Math.PI / 1e7);

/** The two are the same answer, or the same figure up to rounding. */
function same(a: unknown, b: unknown): void {
  if (typeof a !== 'number' || typeof b !== 'number') expect(a).toEqual(b);
  else expect(Math.abs(a - b)).toBeLessThan(1e-9 * (1 + Math.abs(b)));
}

describe('whatever the answers', () => {
  it('reversing twice is the identity', () => {
    fc.assert(
      fc.property(fc.array(answer), (answers) => {
        expect([...reverseAnswers(reverseAnswers(answers, 1, 5), 1, 5)]).toEqual(answers);
      }),
    );
  });

  it('a score does not depend on the order of the items, and a turned key turns it round', () => {
    fc.assert(
      fc.property(rowsOf(6), (rows) => {
        const items = [0, 1, 2, 3, 4, 5].map((column) => ({ column, key: 1 as const }));
        const scores = (keys: { column: number; key: 1 | -1 }[]) => [
          ...scaleScores(rows, [{ id: 'a', items: keys }], { min: 1, max: 5 }).values,
        ];
        const plain = scores(items);
        scores([...items].reverse()).forEach((x, i) => same(Number.isNaN(x), Number.isNaN(plain[i]!)));
        scores(items.map(({ column }) => ({ column, key: -1 }))).forEach((x, i) => {
          if (!Number.isNaN(x)) same(x, 6 - plain[i]!);
        });
      }),
    );
  });

  it('alpha does not depend on the order of items or persons, nor on a constant added', () => {
    fc.assert(
      fc.property(rowsOf(4, 5), (rows) => {
        const raw = (data: (number | null)[][]): unknown => {
          const alpha = cronbachAlpha(data);
          return isInsufficient(alpha) ? alpha.kind : alpha.raw;
        };
        same(raw(rows.map((row) => [...row].reverse())), raw(rows));
        same(raw([...rows].reverse()), raw(rows));
        same(raw(rows.map((row) => row.map((x) => (x === null ? null : x + 10)))), raw(rows));
      }),
    );
  });

  it('no function changes its input or answers with a number that is not one', () => {
    fc.assert(
      fc.property(rowsOf(3), (rows) => {
        rows.forEach(Object.freeze);
        Object.freeze(rows);
        const groups = rows.map((_, i) => (i % 3 === 0 ? 'a' : 'b'));
        const first = rows.map(([x]) => x!);
        const results = [
          cronbachAlpha(rows),
          rwgJ(rows, groups, 2),
          iccAnova(first, groups),
          permutationTest(first, [1, 2]),
          mannWhitney(first, [1, 2]),
          profileSimilarity(rows[0]!, rows[1]!),
        ];
        expect(JSON.stringify(results)).not.toMatch(/NaN|Infinity/);
        for (const number of numbersIn(results)) expect(Number.isFinite(number)).toBe(true);
      }),
      { numRuns: 400 },
    );
  });
});

function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : [];
}

describe('permutation tests', () => {
  const sample = fc.array(score, { minLength: 1, maxLength: 6 });
  const offGrid = fc.array(offGridScore, { minLength: 1, maxLength: 6 });

  it.each([
    ['on a grid', sample],
    ['off any grid', offGrid],
  ])('the exact p of values %s equals brute force', (_, values) => {
    fc.assert(
      fc.property(values, values, (a, b) => {
        const found = permutationTest(a, b);
        if (isInsufficient(found)) throw new Error('there is data');
        expect(found.method).toBe('exact');
        same(found.twoSided, bruteForce(a, b));
      }),
      { numRuns: 60 },
    );
  });

  it('the Monte Carlo p lies within four standard errors of the exact one', () => {
    fc.assert(
      fc.property(fc.array(offGridScore, { minLength: 4, maxLength: 6 }), fc.integer(), (a, seed) => {
        const b = a.map((x) => x / 2 + 0.7);
        const exact = permutationTest(a, b);
        const drawn = permutationTest(a, b, { exactLimit: 1, draws: 2000, seed });
        if (isInsufficient(exact) || isInsufficient(drawn)) throw new Error('there is data');
        expect(drawn.method).toBe('monte-carlo');
        const p = exact.twoSided;
        expect(Math.abs(drawn.twoSided - p)).toBeLessThanOrEqual(
          4 * Math.sqrt((p * (1 - p)) / 2000) + 1 / 2000,
        );
      }),
      { numRuns: 20, seed: 7 },
    );
  });

  it('the sign-flip p equals brute force, and five pairs never reach 0.06', () => {
    fc.assert(
      fc.property(fc.array(score, { minLength: 1, maxLength: 8 }), (d) => {
        const found = signFlipTest(d);
        if (isInsufficient(found)) throw new Error('there is data');
        const observed = Math.abs(d.reduce((t, x) => t + x, 0));
        let hits = 0;
        for (let mask = 0; mask < 2 ** d.length; mask += 1) {
          const total = d.reduce((t, x, i) => t + ((mask >> i) & 1 ? -x : x), 0);
          if (Math.abs(total) >= observed - 1e-9) hits += 1;
        }
        same(found.twoSided, hits / 2 ** d.length);
        if (d.length <= 5) expect(found.twoSided).toBeGreaterThanOrEqual(0.0625);
      }),
    );
  });
});

function bruteForce(a: readonly number[], b: readonly number[]): number {
  const pooled = [...a, ...b];
  const difference = (mask: number): number => {
    let [sumA, sumB] = [0, 0];
    pooled.forEach((x, i) => ((mask >> i) & 1 ? (sumA += x) : (sumB += x)));
    return Math.abs(sumA / a.length - sumB / b.length);
  };
  const observed = difference(2 ** a.length - 1);
  let [hits, splits] = [0, 0];
  for (let mask = 0; mask < 2 ** pooled.length; mask += 1) {
    if (mask.toString(2).replaceAll('0', '').length !== a.length) continue;
    splits += 1;
    if (difference(mask) >= observed - 1e-9) hits += 1;
  }
  return hits / splits;
}

describe('teams', () => {
  it('the parts of a change sum exactly to the difference', () => {
    const wave = fc.array(score, { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(wave, wave, fc.integer({ min: 1, max: 12 }), (first, second, stayed) => {
        const pairs = Array.from({ length: Math.min(stayed, first.length, second.length) }, (_, i) => ({
          first: first[i]!,
          second: second[i]!,
        }));
        const { difference, within, entry, exit, ...means } = changeDecomposition(first, second, pairs);
        expect(within! + entry! + exit!).toBe(difference);
        same(difference, means.second! - means.first!);
      }),
    );
  });

  it('adding a constant to everybody leaves distances alone', () => {
    const profiles = fc.array(fc.array(score, { minLength: 4, maxLength: 4 }), {
      minLength: 2,
      maxLength: 6,
    });
    fc.assert(
      fc.property(profiles, (rows) => {
        const moved = rows.map((row) => row.map((x) => x + 5));
        allPairsSimilarity(moved).d2.forEach((x, i) => same(x, allPairsSimilarity(rows).d2[i]!));
      }),
    );
  });

  it('all pairs in one pass are the pairs one by one', () => {
    const profiles = fc.array(fc.array(score, { minLength: 4, maxLength: 4 }), {
      minLength: 2,
      maxLength: 5,
    });
    fc.assert(
      fc.property(profiles, (rows) => {
        const all = allPairsSimilarity(rows);
        rows.forEach((a, i) =>
          rows.forEach((b, j) => {
            const pair = profileSimilarity(a, b);
            if (isInsufficient(pair)) throw new Error('there is data');
            const at = i * rows.length + j;
            same(all.d2[at], pair.d2);
            for (const measure of ['pearson', 'doubleEntry'] as const) {
              const single = pair[measure];
              if (isInsufficient(single)) expect(all[measure][at]).toBeNaN();
              else same(all[measure][at], single);
            }
          }),
        );
      }),
    );
  });

  it('the faultline does not depend on the order of the members, and the search is never above the best', () => {
    const team = fc.array(fc.array(score, { minLength: 3, maxLength: 3 }), { minLength: 3, maxLength: 7 });
    fc.assert(
      fc.property(team, (rows) => {
        const [best, turned, searched] = [
          averageSilhouetteFaultline(rows),
          averageSilhouetteFaultline([...rows].reverse()),
          averageSilhouetteFaultline(rows, { exhaustiveTo: 0 }),
        ];
        if (isInsufficient(best) || isInsufficient(turned) || isInsufficient(searched))
          throw new Error('enough');
        same(turned.asw, best.asw);
        if (best.asw > 0) expect(searched.asw).toBeLessThanOrEqual(best.asw + 1e-9);
      }),
      { numRuns: 60 },
    );
  });

  it('a team personality counts every member once', () => {
    const member = fc.tuple(fc.option(score, { nil: null }), fc.option(score, { nil: null }));
    fc.assert(
      fc.property(fc.array(member, { maxLength: 3 }), (values) => {
        const document = teamPersonality(values.map((z, i) => sampleMember(`p${i}`, z)));
        for (const { n, counts, members } of document.motives) {
          expect(counts.red + counts.balanced + counts.blue).toBe(n);
          expect(members).toHaveLength(n);
        }
      }),
    );
  });

  it('adjusted p values keep the order and are never smaller', () => {
    const p = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.array(fc.option(p, { nil: null })), (values) => {
        const adjusted = benjaminiHochberg(values);
        values.forEach((x, i) => {
          if (x === null) expect(adjusted[i]).toBeNull();
          else expect(adjusted[i]!).toBeGreaterThanOrEqual(x);
        });
        const order = values
          .flatMap((x, i) => (x === null ? [] : [[x, adjusted[i]!] as const]))
          .sort(([x], [y]) => x - y);
        order.forEach(([, x], i) => {
          if (i > 0) expect(x).toBeGreaterThanOrEqual(order[i - 1]![1]);
        });
      }),
    );
  });
});

describe('matrices', () => {
  it('teams may be labelled by names or by whole numbers, near or far, in any order', () => {
    const labelled = fc.array(fc.tuple(fc.integer({ min: 0, max: 3 }), answerOrGap, answerOrGap), {
      minLength: 2,
      maxLength: 20,
    });
    fc.assert(
      fc.property(labelled, (lines) => {
        const rows = lines.map(([, a, b]) => [a, b]);
        const first = rows.map(([x]) => x!);
        const figures = (labels: ArrayLike<string | number | null>, name: (group: string) => string) =>
          [
            rwg(first, labels, 2),
            rwgJ(rows, labels, 2),
            rwgJ(rows, labels, 2, 'listwise'),
            averageDeviation(rows, labels),
          ].map((teams) => teams.map((team) => ({ ...team, group: name(team.group) })));
        const numbers = lines.map(([team]) => team);
        const expected = figures(
          numbers.map((team) => `team ${team}`),
          (group) => group.slice(5),
        );
        const far = (group: string) => String(Number(group) / 1_000_003);
        expect(figures(Int32Array.from(numbers), String)).toEqual(expected);
        expect(
          figures(
            Int32Array.from(numbers, (team) => team * 1_000_003),
            far,
          ),
        ).toEqual(expected);
        expect(
          figures(
            Int32Array.from(numbers, (team) => -team),
            (group) => String(-Number(group) + 0),
          ),
        ).toEqual(expected);
        const icc = (labels: ArrayLike<string | number | null>): number | string => {
          const anova = iccAnova(first, labels);
          return isInsufficient(anova) ? JSON.stringify(anova) : anova.icc1N0;
        };
        const sparse = Int32Array.from(numbers, (team) => 2 * team);
        same(icc(sparse), icc(numbers.map(String)));
      }),
    );
  });

  it('typed arrays and plain rows give the same answer', () => {
    fc.assert(
      fc.property(rowsOf(3), (rows) => {
        const values = Float64Array.from(rows.flat(), (x) => x ?? NaN);
        const matrix: Matrix = { rows: rows.length, columns: 3, values };
        expect(cronbachAlpha(matrix)).toEqual(cronbachAlpha(rows));
      }),
    );
  });
});
