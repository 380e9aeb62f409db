import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';

interface Mutant {
  readonly area: string;
  readonly file: string;
  readonly find: string;
  readonly replace: string;
  readonly why: string;
}

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');
const mutants = JSON.parse(read('../fixtures/mutants.json')) as Mutant[];

describe('the mutants that the specs must kill', () => {
  it('are at least sixty, ten or more in every area', () => {
    const counts = new Map<string, number>();
    for (const { area } of mutants) counts.set(area, (counts.get(area) ?? 0) + 1);
    expect([...counts.keys()].sort()).toEqual(['anonymity', 'change', 'norms', 'scoring']);
    for (const count of counts.values()) expect(count).toBeGreaterThanOrEqual(10);
    expect(mutants.length).toBeGreaterThanOrEqual(60);
  });

  it.each(mutants.map((mutant) => [`${mutant.file}: ${mutant.why}`, mutant] as const))(
    'still have their place: %s',
    (_, { file, find, replace }) => {
      expect(read(`./${file}`).split(find)).toHaveLength(2);
      expect(replace).not.toBe(find);
    },
  );
});
