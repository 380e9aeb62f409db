import { describe, expect, it } from '@jest/globals';
import { buildSchema, getOperationAST, parse, validate } from 'graphql';
import { countLimits, depthLimit, itemsOf, MOST_DEPTH, tooMuch } from './limits.js';
import { typeDefs } from './schema.js';

const schema = buildSchema(typeDefs);
const tooDeep = (text: string) => validate(schema, parse(text), [depthLimit]).map((error) => error.message);
const nested = (depth: number): string =>
  depth === 1 ? 'id' : `engagements(first: 1) { nodes { clientOrganisation { ${nested(depth - 1)} } } }`;

describe('depth', () => {
  const query = (levels: number) => `{ clientOrganisation(id: "x") { ${nested(levels)} } }`;
  it('is bounded', () => {
    expect(tooDeep(query(4))).toEqual([]);
    expect(tooDeep(query(5))).toEqual([
      `The operation is 14 fields deep; at most ${MOST_DEPTH} are allowed.`,
    ]);
  });
  it('is counted through fragments, however they are named or hidden', () => {
    const fragments = `query { clientOrganisation(id: "x") { ...A } }
      fragment A on ClientOrganisation { ... on ClientOrganisation { ${nested(4)} ...B } }
      fragment B on ClientOrganisation { ${nested(5)} }`;
    expect(tooDeep(fragments)).toHaveLength(1);
  });
  it('does not run for ever on fragments that spread themselves or each other', () => {
    expect(tooDeep('{ ...A } fragment A on Query { me { id } ...B } fragment B on Query { ...A }')).toEqual(
      [],
    );
  });
});

describe('items', () => {
  const items = (text: string, variables = {}) => {
    const document = parse(text);
    return itemsOf(document, getOperationAST(document)!, variables);
  };
  it('of lists in lists are multiplied', () => {
    expect(items('{ me { id } }')).toBe(0);
    expect(items('{ engagements(first: 20) { nodes { id } } }')).toBe(20);
    expect(items('{ engagements(first: 20) { nodes { waves(first: 10) { nodes { id } } } } }')).toBe(220);
    expect(
      items('{ a: engagements(first: 20) { totalCount } b: engagements(first: 5) { totalCount } }'),
    ).toBe(25);
  });
  it('are counted by variables, their defaults, and the schema’s own', () => {
    const text = 'query ($n: Int! = 7) { engagements(first: $n) { nodes { id } } }';
    expect(items(text)).toBe(7);
    expect(items(text, { n: 90 })).toBe(90);
    expect(items('{ engagements { nodes { id } } }')).toBe(50);
  });
  it('of a fragment count wherever it is spread, without walking it again', () => {
    const levels = 40;
    const bomb = Array.from(
      { length: levels },
      (_, i) => `fragment F${i} on Query { ...F${i + 1} a${i}: me { id } ...F${i + 1} }`,
    ).join(' ');
    const text = `{ ...F0 } ${bomb} fragment F${levels} on Query { engagements(first: 1) { totalCount } }`;
    expect(items(text)).toBe(2 ** levels);
  });
});

describe('counts', () => {
  const refused = (text: string) =>
    validate(schema, parse(text), [countLimits]).map((error) =>
      error.message.replace(/^The operation has /, ''),
    );
  const many = (n: number, each: (i: number) => string) =>
    Array.from({ length: n }, (_, i) => each(i)).join(' ');

  it('bound aliases, fields at the top and directives, through fragments as well', () => {
    expect(refused(`{ ${many(15, (i) => `a${i}: me { b: id }`)} }`)).toEqual([]);
    expect(refused(`{ ${many(16, (i) => `a${i}: me { b: id }`)} }`)).toEqual([
      '32 aliases; at most 30 are allowed.',
    ]);
    expect(refused(`{ ...F ...F } fragment F on Query { ${many(11, () => 'me { id }')} }`)).toEqual([
      '22 fields at the top; at most 20 are allowed.',
    ]);
    expect(refused(`{ me ${'@skip(if: false) '.repeat(11)} { id } }`)).toEqual([
      '11 directives; at most 10 are allowed.',
    ]);
  });
  it('allow one way in an operation', () => {
    const invite = (name: string) => `${name}: inviteUser(userId: "x") { __typename }`;
    expect(refused(`mutation { ${invite('a')} }`)).toEqual([]);
    expect(refused(`mutation { ${invite('a')} ${invite('b')} }`)).toHaveLength(1);
  });
});

describe('variables', () => {
  const deep = (n: number): unknown => (n === 0 ? 1 : { a: deep(n - 1) });
  it('are bounded in depth, number and length, except for whole files', () => {
    expect([deep(8), { l: Array(500).fill(0) }, { t: 'x'.repeat(20_000) }].map((v) => tooMuch(v))).toEqual([
      null,
      null,
      null,
    ]);
    expect(tooMuch(deep(9))).toContain('nested deeper than 8');
    expect(tooMuch({ l: Array(501).fill(0) })).toBe('variables.l holds more than 500 values.');
    expect(tooMuch({ t: 'ä'.repeat(10_001) })).toBe('variables.t is longer than 20000 bytes.');
    expect(tooMuch({ input: { csv: 'x'.repeat(1_000_000) } })).toBeNull();
    expect(tooMuch({ csv: 'x'.repeat(1_000_000) })).not.toBeNull();
  });
});
