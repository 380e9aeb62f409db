import { describe, expect, it } from '@jest/globals';
import { buildSchema, getOperationAST, parse, validate } from 'graphql';
import { depthLimit, itemsOf, MOST_DEPTH } from './limits.js';
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
