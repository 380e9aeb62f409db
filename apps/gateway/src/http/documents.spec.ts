import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { buildSchema, parse, specifiedRules, validate } from 'graphql';
import { portalDocuments } from '../documents.generated.js';
import { countLimits, depthLimit, MOST_TOKENS } from '../graphql/limits.js';
import { typeDefs } from '../graphql/schema.js';
import { documentOf, documentRule } from './documents.js';

const [[hash, text] = ['', '']] = Object.entries(portalDocuments);

describe('the documents of the portal', () => {
  it('stand under their own hash, fit the schema and keep the limits', () => {
    const schema = buildSchema(typeDefs);
    const entries = Object.entries(portalDocuments);
    expect(entries.length).toBeGreaterThan(50);
    for (const [id, document] of entries) {
      expect(id).toBe(`sha256:${createHash('sha256').update(document).digest('hex')}`);
      const parsed = parse(document, { maxTokens: MOST_TOKENS });
      expect(validate(schema, parsed, [...specifiedRules, depthLimit, countLimits])).toEqual([]);
    }
  });
});

describe('what a browser session sends', () => {
  const unknown = { refused: 'DOCUMENT_UNKNOWN' };
  it.each<readonly [string, unknown, unknown, object]>([
    ['a hash of the portal', hash, undefined, { text }],
    ['a hash beside an empty text', hash, '', { text }],
    ['a hash and a text', hash, '{ me { id } }', unknown],
    ['a hash and the very text', hash, text, unknown],
    ['a hash somebody guessed', `sha256:${'a'.repeat(64)}`, undefined, unknown],
    ['a hash in capitals', hash.toUpperCase(), undefined, unknown],
    ['a hash with a blank', `${hash} `, undefined, unknown],
    ['the hash without its kind', hash.slice(7), undefined, unknown],
    ['the name of a property of every object', 'constructor', undefined, unknown],
    ['the prototype', '__proto__', undefined, unknown],
    ['a list', [hash], undefined, unknown],
    ['nothing as a hash', null, undefined, unknown],
    ['a text', undefined, '{ me { id } }', { refused: 'DOCUMENT_NOT_ALLOWED' }],
    ['a text of the portal', undefined, text, { refused: 'DOCUMENT_NOT_ALLOWED' }],
    ['neither', undefined, undefined, { refused: 'DOCUMENT_NOT_ALLOWED' }],
  ])('%s is answered as it deserves', (_, documentId, query, expected) => {
    expect(documentOf({ documentId, query }, false)).toEqual(expected);
  });

  it('may be a text where any may come, and a hash is still a hash', () => {
    expect(documentOf({ documentId: undefined, query: '{ me { id } }' }, true)).toEqual({
      text: '{ me { id } }',
    });
    expect(documentOf({ documentId: 'sha256:none', query: '{ me { id } }' }, true)).toEqual(unknown);
  });
});

it.each([
  ['production', undefined, 'portal'],
  ['test', undefined, 'portal'],
  ['development', undefined, 'any'],
  ['development', 'portal', 'portal'],
  ['production', 'any', 'any'],
] as const)('in %s with %p browsers may send what is %p', (NODE_ENV, GRAPHQL_DOCUMENTS, rule) => {
  expect(documentRule({ NODE_ENV, GRAPHQL_DOCUMENTS })).toBe(rule);
});
