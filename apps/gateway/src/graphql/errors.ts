import { HeaderMap } from '@apollo/server';
import type { Locale } from '@rapport/domain';
import type { DatabaseTrouble } from '@rapport/platform/database';
import { GraphQLError } from 'graphql';
import { MESSAGES } from '../commands/refusal-messages.js';
import { noticeNotComplete } from '../notice.js';

/** Errors that are no refusals: nobody is signed in, something cannot be reached, or the request makes no sense. */
const codes = {
  UNAUTHENTICATED: {
    status: 401,
    de: 'Sie sind nicht angemeldet. Bitte melden Sie sich an.',
    en: 'You are not signed in. Please sign in.',
  },
  UNAVAILABLE: {
    status: 503,
    de: 'Der Dienst, der Änderungen annimmt, ist gerade nicht erreichbar. Bitte versuchen Sie es in einer Minute noch einmal.',
    en: 'The service that takes changes cannot be reached right now. Please try again in a minute.',
  },
  DATABASE_AWAY: {
    status: 503,
    de: 'Die Datenbank antwortet gerade nicht. Bitte versuchen Sie es in einer Minute noch einmal.',
    en: 'The database does not answer right now. Please try again in a minute.',
  },
  TOO_SLOW: {
    status: 503,
    de: 'Das hat zu lange gedauert und wurde abgebrochen. Bitte versuchen Sie es in einer Minute noch einmal, oder fragen Sie nach weniger auf einmal.',
    en: 'This took too long and was broken off. Please try again in a minute, or ask for less at once.',
  },
  NOT_YET: {
    status: 503,
    de: 'Ihre letzte Änderung ist gespeichert, aber noch nicht überall zu lesen. Bitte laden Sie die Seite in wenigen Sekunden noch einmal.',
    en: 'Your last change is saved but cannot be read everywhere yet. Please load the page again in a few seconds.',
  },
  DOCUMENT_UNKNOWN: {
    status: 400,
    de: 'Diese Seite ist nicht mehr von der Fassung, die hier läuft. Bitte laden Sie sie neu.',
    en: 'This page is no longer of the version that runs here. Please load it again.',
  },
  DOCUMENT_NOT_ALLOWED: {
    status: 403,
    de: 'In einer Sitzung des Browsers lässt sich nur fragen, was das Portal fragt. Bitte verwenden Sie für eigene Abfragen einen API-Schlüssel.',
    en: 'A browser session can only ask what the portal asks. Please use an API key for queries of your own.',
  },
  NOTICE_NOT_COMPLETE: {
    status: 200,
    de: MESSAGES.NoticeNotComplete.de(noticeNotComplete),
    en: MESSAGES.NoticeNotComplete.en(noticeNotComplete),
  },
  NOT_COMPARABLE: {
    status: 200,
    de: 'Diese Werte stammen aus verschiedenen Fassungen von Fragebogen, Norm oder Bandregel und lassen sich nicht nebeneinander legen.',
    en: 'These figures come from different versions of questionnaire, norm or band rule and cannot be laid side by side.',
  },
} as const;

/** Seconds after which it is worth trying again. */
export const RETRY_SECONDS = 5;

export type ProblemCode = keyof typeof codes;

export function problem(code: ProblemCode, locale: Locale): GraphQLError {
  const { status, [locale]: message } = codes[code];
  const headers = new HeaderMap(status === 503 ? [['retry-after', String(RETRY_SECONDS)]] : []);
  return new GraphQLError(message, {
    extensions: { code, ...(status === 200 ? {} : { http: { status, headers } }) },
  });
}

/** What is told when the database gave no answer. */
export const troubleCode = { slow: 'TOO_SLOW', away: 'DATABASE_AWAY' } as const satisfies Record<
  DatabaseTrouble,
  ProblemCode
>;

/** Too many requests of one kind; says when to come again. */
export const tooMany = (locale: Locale, seconds: number): GraphQLError =>
  new GraphQLError(
    {
      de: `Das waren zu viele Anfragen dieser Art. Bitte versuchen Sie es in ${seconds} Sekunden noch einmal.`,
      en: `These were too many requests of this kind. Please try again in ${seconds} seconds.`,
    }[locale],
    {
      extensions: {
        code: 'TOO_MANY_REQUESTS',
        retryAfter: seconds,
        http: { status: 429, headers: new HeaderMap([['retry-after', String(seconds)]]) },
      },
    },
  );

/** What the caller sent cannot be answered; names the argument. */
export const badInput = (message: string): GraphQLError =>
  new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });

/** A header that makes no sense; nothing is executed. */
export const badHeader = (message: string): GraphQLError =>
  new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } } });
