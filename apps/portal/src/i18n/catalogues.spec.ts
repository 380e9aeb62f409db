/// <reference types="node" />
import { describe, expect, it } from '@jest/globals';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { partOf, PARTS } from './parts.js';

const here = dirname(fileURLToPath(import.meta.url));
const source = join(here, '..');

type Catalogue = { readonly [key: string]: string | Catalogue };

const catalogue = (lang: string) => JSON.parse(readFileSync(join(here, `${lang}.json`), 'utf8')) as Catalogue;

const entriesOf = (texts: Catalogue, before = ''): readonly (readonly [string, string])[] =>
  Object.entries(texts).flatMap(([key, text]) =>
    typeof text === 'string' ? [[`${before}${key}`, text] as const] : entriesOf(text, `${before}${key}.`),
  );

const de = entriesOf(catalogue('de'));
const en = entriesOf(catalogue('en'));

const code = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/u.test(path) && !/\.spec\.tsx?$|generated\.ts$/u.test(path))
  .map((path) => readFileSync(join(source, path), 'utf8'))
  .join('\n');

const literals = new Set(Array.from(code.matchAll(/'([a-z][\w-]*(?:\.[\w-]+)*)'/giu), ([, key]) => key));
const templates = Array.from(
  code.matchAll(/`([a-z]\w*\.[^`\s]*\$\{[^`]*)`/giu),
  ([, text = '']) =>
    new RegExp(
      `^${text
        .split(/\$\{[^}]*\}/u)
        .map((part) => part.replaceAll('.', '\\.'))
        .join('[\\w-]+')}$`,
      'u',
    ),
);

const withoutPlural = (key: string) => key.replace(/_(?:one|other)$/u, '');
const isUsed = (key: string) => literals.has(key) || templates.some((template) => template.test(key));
const placeholders = (text: string) => (text.match(/\{\{\w+\}\}/gu) ?? []).sort();

describe('the catalogues', () => {
  it('have the same keys in both languages', () => {
    expect(en.map(([key]) => key).sort()).toEqual(de.map(([key]) => key).sort());
  });

  it('hold no empty text', () => {
    expect([...de, ...en].filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it('name the same placeholders in both languages', () => {
    const english = new Map(en);
    const different = de.filter(
      ([key, text]) => placeholders(text).join() !== placeholders(english.get(key) ?? '').join(),
    );
    expect(different.map(([key]) => key)).toEqual([]);
  });

  it('have every plural in both forms', () => {
    const keys = new Set(de.map(([key]) => key));
    const halves = [...keys].filter(
      (key) =>
        (key.endsWith('_one') && !keys.has(`${withoutPlural(key)}_other`)) ||
        (key.endsWith('_other') && !keys.has(`${withoutPlural(key)}_one`)),
    );
    expect(halves).toEqual([]);
  });

  it('hold no key that no page uses', () => {
    expect(de.map(([key]) => withoutPlural(key)).filter((key) => !isUsed(key))).toEqual([]);
  });

  it('address the reader as Sie', () => {
    const familiar = de.filter(([, text]) =>
      /\b(?:du|dich|dir|dein|deine|deinen|deiner|euch|euer)\b/iu.test(text),
    );
    expect(familiar).toEqual([]);
  });

  it('never make a person a colour', () => {
    const german = de.filter(([, text]) => /\bein(?:e[nmr]?)? (?:Rot|Blau)e[nmr]?\b/u.test(text));
    const english = en.filter(([, text]) => /\ba (?:red|blue)\b(?! (?:pole|mark|band))/iu.test(text));
    expect([...german, ...english]).toEqual([]);
  });
});

/** A page with everything it imports, now or later, but for the pages it leads to. */
function behind(file: string, found = new Set<string>()): Set<string> {
  if (found.has(file)) return found;
  found.add(file);
  for (const [, path = ''] of readFileSync(file, 'utf8').matchAll(/(?:from|import\()\s*'(\.[^']+)\.js'/gu))
    for (const ending of ['.ts', '.tsx']) {
      const next = join(dirname(file), path + ending);
      if (existsSync(next) && !/router\.tsx$|translations\.ts$/u.test(next)) behind(next, found);
    }
  return found;
}

describe('the parts of the catalogues', () => {
  const whole = catalogue('de');
  const wordsOf = (pages: readonly string[]) =>
    new Set(
      pages
        .flatMap((page) => [...behind(join(source, page))])
        .flatMap((file) => Array.from(readFileSync(file, 'utf8').matchAll(/['`]([a-z]\w*)([.'])/giu)))
        .filter(([, word = '', end]) => word in whole && (typeof whole[word] === 'string') === (end === "'"))
        .map(([, word = '']) => word),
    );

  it('are together the whole, each text once', () => {
    const parts = (['entrance', 'participant', 'office'] as const).flatMap((part) =>
      Object.keys(partOf(whole, part)),
    );
    expect(parts.sort()).toEqual(Object.keys(whole).sort());
  });

  it('hold what the pages before the sign-in say', () => {
    const pages = [
      'session/sign-in.tsx',
      'session/invitation.tsx',
      'session/password.tsx',
      'rights/erased-page.tsx',
    ];
    const words = wordsOf([...pages.map((page) => `features/${page}`), 'app/bare.tsx', 'app/app.tsx']);
    expect([...words].filter((word) => !(PARTS.entrance as readonly string[]).includes(word))).toEqual([]);
  });

  it('hold what participants read', () => {
    const pages = [
      'participant/my-assessments.tsx',
      'participant/questionnaire.tsx',
      'participant/result.tsx',
    ];
    const words = wordsOf([
      ...[...pages, 'rights/my-data-page.tsx', 'own-account/own-account-page.tsx'].map(
        (page) => `features/${page}`,
      ),
      'app/shell.tsx',
    ]);
    const held: readonly string[] = [...PARTS.entrance, ...PARTS.participant];
    expect([...words].filter((word) => !held.includes(word))).toEqual([]);
  });
});
