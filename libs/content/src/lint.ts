/**
 * The language rules of the product as pure functions: texts describe what matters to people, they do not sort them.
 * `prose` is every text a person reads about people; `item` is a statement of a questionnaire and has stricter rules.
 */

import { FIRST_PERSON, ITEM, NEGATED, PROSE, ROLE_NOUNS } from './lint-rules.js';
import type { Language, LintRule, Pattern, TextKind } from './lint-rules.js';

export type { Language, LintRule, TextKind } from './lint-rules.js';

export interface LintFinding {
  readonly rule: LintRule;
  /** The words that broke the rule, as they stand in the text. */
  readonly found: string;
  readonly sentence: string;
}

/** Sentences stay under this number of words. */
export const SENTENCE_LIMIT = 25;

/** Sentences of a text; an abbreviation such as "z. B." ends none. */
export function sentences(text: string): readonly string[] {
  return text
    .replace(/(?<!\p{L})(z|d|u)\. ?(B|h|a)\./giu, '$1$2')
    .replace(/(?<!\p{L})(e)\.(g)\./giu, '$1$2')
    .split(/(?<=[.!?…]["“”»«)’]?)\s+|\n+/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}

export function countWords(sentence: string): number {
  return sentence.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

function genericMasculine(sentence: string): readonly string[] {
  const nouns = [...sentence.matchAll(/(?<![\p{L}:*_])\p{Lu}\p{L}+(?![\p{L}]|[:*_]in|-\p{L})/gu)].map(
    ([noun]) => noun,
  );
  const lower = sentence.toLowerCase();
  return nouns.filter((noun) =>
    ROLE_NOUNS.some(([masculine, feminine]) => masculine.test(noun) && !lower.includes(`${feminine}in`)),
  );
}

function matches(sentence: string, patterns: readonly Pattern[], language: Language): readonly LintFinding[] {
  const negated = sentence.search(NEGATED[language]) >= 0;
  return patterns
    .filter((pattern) => !(pattern.unlessNegated === true && negated))
    .flatMap(({ rule, expression }) =>
      [...sentence.matchAll(expression)].map(([found]) => ({ rule, found, sentence })),
    );
}

function lintSentence(sentence: string, language: Language, kind: TextKind): readonly LintFinding[] {
  const findings = [...matches(sentence, PROSE[language], language)];
  if (kind === 'item') findings.push(...matches(sentence, ITEM[language], language));
  if (language === 'de') {
    for (const found of genericMasculine(sentence))
      findings.push({ rule: 'generic-masculine', found, sentence });
  }
  const count = countWords(sentence);
  if (count >= SENTENCE_LIMIT) findings.push({ rule: 'long-sentence', found: `${count} words`, sentence });
  return findings;
}

/** Every place of a text that breaks a language rule; an empty list means the text may be shown. */
export function lint(text: string, language: Language, kind: TextKind = 'prose'): readonly LintFinding[] {
  const findings = sentences(text).flatMap((sentence) => lintSentence(sentence, language, kind));
  if (kind === 'item' && text.search(FIRST_PERSON[language]) < 0) {
    return [...findings, { rule: 'not-first-person', found: text, sentence: text }];
  }
  return findings;
}
