import { afterAll, describe, expect, it } from '@jest/globals';
import { groupChecks, groupFamily } from '../fixtures/checks/groups.js';
import { hostileCheck } from '../fixtures/checks/hostile.js';
import { reliabilityChecks } from '../fixtures/checks/reliability.js';
import { scoringChecks } from '../fixtures/checks/scoring.js';
import { teamChecks } from '../fixtures/checks/teams.js';
import { largestError, referenceCases } from '../fixtures/reference.js';

const checks = { ...scoringChecks, ...reliabilityChecks, ...groupChecks, ...teamChecks };

const largest = new Map<string, { error: number; kind: string; of: number }>();

describe('reference figures computed in R', () => {
  it.each(referenceCases.map((each) => [each.id, each] as const))('%s', (id, reference) => {
    const check = checks[id] ?? hostileCheck(id) ?? groupFamily(id);
    expect(check).toBeDefined();
    for (const { name, actual, expected, tolerance = reference.tolerance } of check!(reference)) {
      const error = largestError(actual, expected, tolerance.kind);
      if (!(error <= tolerance.value)) {
        throw new Error(
          `${name}: error ${error} above ${tolerance.value}\n${JSON.stringify({ actual, expected })}`,
        );
      }
      const key = `${reference.r_function} (${tolerance.kind} ${tolerance.value})`;
      const before = largest.get(key) ?? { error: 0, kind: tolerance.kind, of: 0 };
      largest.set(key, { ...before, error: Math.max(before.error, error), of: before.of + 1 });
    }
  });

  afterAll(() => {
    const lines = [...largest]
      .sort()
      .map(([name, { error, of }]) => `${error.toExponential(1).padStart(8)}  ${name}, ${of} figures`);
    process.stdout.write(`largest error against R, by function and tolerance\n${lines.join('\n')}\n`);
  });
});
