import type { Locale } from '@rapport/domain';
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

export type ProblemCode = keyof typeof codes;

export function problem(code: ProblemCode, locale: Locale): GraphQLError {
  const { status, [locale]: message } = codes[code];
  return new GraphQLError(message, {
    extensions: { code, ...(status === 200 ? {} : { http: { status } }) },
  });
}

/** What the caller sent cannot be answered; names the argument. */
export const badInput = (message: string): GraphQLError =>
  new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });

/** A header that makes no sense; nothing is executed. */
export const badHeader = (message: string): GraphQLError =>
  new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } } });
