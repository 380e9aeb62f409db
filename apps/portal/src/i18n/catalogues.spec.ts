/// <reference types="node" />
import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

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
