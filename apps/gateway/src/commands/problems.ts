import type { Locale } from '@rapport/domain';
import type { z } from 'zod';

export interface FieldProblem {
  /** Path of the field in the input. */
  readonly field: string;
  readonly reason: string;
}

/** Problems of a command as problems of the input it was made from. */
export function problemsOf(
  error: z.ZodError,
  names: Readonly<Record<string, string>>,
  locale: Locale,
): readonly FieldProblem[] {
  return error.issues.map((issue) => {
    const path = issue.path.filter((part) => part !== 'command').join('.');
    return { field: `input.${names[path] ?? path}`, reason: reasonOf(issue, locale) };
  });
}

/** What the schemas say, in German; numbers are taken over. */
const german: readonly (readonly [RegExp, string])[] = [
  [/^must have (\d+) to (\d+) characters$/, 'muss $1 bis $2 Zeichen haben'],
  [/^must have (\d+) to (\d+) entries$/, 'muss $1 bis $2 Einträge haben'],
  [/^must be a UUID$/, 'muss eine Kennung (UUID) sein'],
  [/^must be an e-mail address$/, 'muss eine E-Mail-Adresse sein'],
  [/^contains control characters$/, 'enthält Steuerzeichen'],
  [/^is not well-formed Unicode$/, 'ist kein gültiger Unicode-Text'],
  [
    /^lower-case letters, digits, dots and dashes$/,
    'darf nur Kleinbuchstaben, Ziffern, Punkte und Bindestriche enthalten',
  ],
  [/^must not repeat an item$/, 'darf kein Item wiederholen'],
  [/^must be the instrument addressed$/, 'muss das angesprochene Instrument sein'],
];

/** What is wrong with a value, in words. */
export function reasonOf(issue: z.core.$ZodIssue, locale: Locale): string {
  const de = locale === 'de';
  switch (issue.code) {
    case 'too_small':
      return de ? `muss mindestens ${issue.minimum} sein` : `must be at least ${issue.minimum}`;
    case 'too_big':
      return de ? `darf höchstens ${issue.maximum} sein` : `must be at most ${issue.maximum}`;
    case 'unrecognized_keys':
      return de
        ? `hat unbekannte Felder: ${issue.keys.join(', ')}`
        : `has unknown fields: ${issue.keys.join(', ')}`;
    case 'invalid_type':
      return de ? `muss ${kinds[issue.expected] ?? issue.expected} sein` : `must be ${issue.expected}`;
    case 'invalid_value':
      return de
        ? `muss einer dieser Werte sein: ${issue.values.map(String).join(', ')}`
        : `must be one of ${issue.values.map(String).join(', ')}`;
    case 'invalid_format':
      if (issue.format === 'date')
        return de ? 'muss ein Tag sein, zum Beispiel 2026-03-01' : 'must be a day such as 2026-03-01';
      return translated(issue.message, locale);
    default:
      return translated(issue.message, locale);
  }
}

const kinds: Readonly<Record<string, string>> = {
  string: 'ein Text',
  number: 'eine Zahl',
  int: 'eine ganze Zahl',
  boolean: 'wahr oder falsch',
  array: 'eine Liste',
  object: 'ein Objekt',
};

function translated(message: string, locale: Locale): string {
  if (locale === 'en') return message;
  for (const [pattern, replacement] of german)
    if (pattern.test(message)) return message.replace(pattern, replacement);
  return message;
}
