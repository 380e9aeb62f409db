import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import * as sample from '../fixtures/sample.js';
import * as library from './index.js';

/**
 * Every function that the library exports has an example in its comment, and every example is run: an expression,
 * then `// =>` and its value. Decimals are compared as far as they are printed, of an object only what is printed.
 */
const folder = dirname(fileURLToPath(import.meta.url));
const scope: Readonly<Record<string, unknown>> = { ...library, ...sample };
const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
  .map((file) => readFileSync(join(folder, file), 'utf8'));

interface Example {
  readonly expression: string;
  readonly value: string;
}

const COMMENT = /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*export (?:async )?function (\w+)/g;

function examplesOf(comment: string): Example[] {
  const [, text] = /@example\n([\s\S]*)$/.exec(comment) ?? [];
  const lines = (text ?? '').split('\n').map((line) => line.replace(/^\s*\* ?/, ''));
  const found: { expression: string; value: string }[] = [];
  let expression = '';
  let open = false;
  for (const line of lines) {
    const continued = /^\/\/ {4}(.*)$/.exec(line);
    const [, before, value] = /^(.*?)\/\/ => (.*)$/.exec(line) ?? [];
    if (open && continued !== null) {
      found.at(-1)!.value += ` ${continued[1]}`;
    } else if (value === undefined) {
      open = false;
      expression += ` ${line}`;
    } else {
      found.push({ expression: `${expression} ${before}`.trim(), value });
      expression = '';
      open = true;
    }
  }
  return found;
}

const examples = new Map<string, Example[]>();
for (const source of sources) {
  for (const [, comment, name] of source.matchAll(COMMENT)) {
    if (comment!.includes('@example')) examples.set(name!, examplesOf(comment!));
  }
}

function evaluate(expression: string): unknown {
  return new Function(...Object.keys(scope), `return (${expression})`)(...Object.values(scope));
}

/** Half a unit of the last printed decimal of each number, in the order in which they are printed. */
function decimalsOf(value: string): number[] {
  const bare = value.replace(/'[^']*'/g, (text) => text.replace(/./g, 'x')).replace(/\w+:/g, '');
  return [...bare.matchAll(/-?\d+(?:\.(\d+))?(?:e(-?\d+))?|NaN/g)].map(([, places = '', power = '0']) =>
    places === '' ? 1e-12 : 0.5000001 * 10 ** (Number(power) - places.length),
  );
}

function differs(actual: unknown, expected: unknown, slack: number[]): boolean {
  if (typeof expected === 'number') {
    const allowed = slack.shift() ?? 0;
    if (Number.isNaN(expected)) return !Number.isNaN(actual);
    return typeof actual !== 'number' || !(Math.abs(actual - expected) <= allowed);
  }
  if (Array.isArray(expected)) {
    const values = Array.from(actual as ArrayLike<unknown>);
    return values.length !== expected.length || expected.some((each, at) => differs(values[at], each, slack));
  }
  if (typeof expected === 'object' && expected !== null) {
    const given = actual as Record<string, unknown>;
    return Object.entries(expected).some(([key, each]) => differs(given[key], each, slack));
  }
  return actual !== expected;
}

describe('the example in the comment of', () => {
  const exported = Object.entries(library).flatMap(([name, value]) =>
    typeof value === 'function' ? [name] : [],
  );

  it.each(exported)('%s', (name) => {
    const found = examples.get(name) ?? [];
    expect(found.length).toBeGreaterThan(0);
    for (const { expression, value } of found) {
      const actual = evaluate(expression);
      if (differs(actual, evaluate(value), decimalsOf(value))) {
        throw new Error(`${expression}\nis ${JSON.stringify(actual)},\nnot ${value}`);
      }
    }
  });

  it('a function whose result is wrong is found', () => {
    expect(differs({ a: 1.26 }, { a: 1.2 }, decimalsOf('{ a: 1.2 }'))).toBe(true);
    expect(differs({ a: 1.24, b: 3 }, { a: 1.2 }, decimalsOf('{ a: 1.2 }'))).toBe(false);
    expect(differs([1, 2], [1], decimalsOf('[1]'))).toBe(true);
    expect(differs('red', 'blue', [])).toBe(true);
  });
});
