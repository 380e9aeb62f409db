import { HttpException } from '@nestjs/common';
import type { Locale } from '@rapport/domain';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { preferredLocale } from '../graphql/context.js';

/** What people read who are not signed in, or who change how they sign in. Nothing can be found out by trying. */
export const WORDS = {
  malformed: {
    de: 'Bitte füllen Sie alle Felder aus.',
    en: 'Please fill in all fields.',
  },
  wrong: {
    de: 'Firma, E-Mail-Adresse und Passwort passen nicht zusammen. Bitte prüfen Sie sie, oder setzen Sie ein neues Passwort.',
    en: 'Firm, e-mail address and password do not belong together. Please check them, or set a new password.',
  },
  used: {
    de: 'Dieser Link gilt nicht mehr. Bitte öffnen Sie den Link aus der neuesten Einladung, oder bitten Sie um eine neue.',
    en: 'This link is no longer valid. Please open the link in the latest invitation or ask for a new one.',
  },
  often: {
    de: 'Zu viele Versuche. Bitte warten Sie eine Viertelstunde, oder setzen Sie über „Passwort vergessen“ ein neues Passwort.',
    en: 'Too many attempts. Please wait a quarter of an hour, or set a new password by “Forgot your password”.',
  },
  busy: {
    de: 'Gerade melden sich sehr viele Menschen an. Bitte versuchen Sie es in einigen Sekunden noch einmal.',
    en: 'Very many people are signing in right now. Please try again in a few seconds.',
  },
  onlySso: {
    de: 'Ihre Firma meldet sich über ihren eigenen Anmeldedienst an. Bitte wählen Sie „Mit Firmenkonto anmelden“.',
    en: 'Your firm signs in by its own sign-in service. Please choose “Sign in with your firm’s account”.',
  },
  noSso: {
    de: 'Für diese Firma ist keine Anmeldung mit Firmenkonto eingerichtet. Bitte prüfen Sie den Namen, oder melden Sie sich mit Passwort an.',
    en: 'There is no sign-in by firm’s account for this firm. Please check the name, or sign in by password.',
  },
  ssoAway: {
    de: 'Der Anmeldedienst Ihrer Firma antwortet nicht. Bitte versuchen Sie es in einigen Minuten noch einmal, oder wenden Sie sich an die Administration Ihrer Firma.',
    en: 'Your firm’s sign-in service does not answer. Please try again in a few minutes, or turn to your firm’s administrators.',
  },
  stale: {
    de: 'Diese Anmeldung ist abgelaufen. Bitte beginnen Sie noch einmal mit Firma und E-Mail-Adresse.',
    en: 'This sign-in has run out. Please begin again with firm and e-mail address.',
  },
  code: {
    de: 'Dieser Code gilt nicht oder wurde schon benutzt. Bitte geben Sie den nächsten ein, den Ihre App zeigt, oder einen Wiederherstellungscode.',
    en: 'This code is not valid or was used already. Please enter the next one your app shows, or a recovery code.',
  },
  link: {
    de: 'Dieser Link gilt nicht mehr. Bitte fordern Sie auf der Anmeldeseite einen neuen an.',
    en: 'This link is no longer valid. Please ask for a new one on the sign-in page.',
  },
  password: {
    de: 'Das ist nicht Ihr jetziges Passwort. Bitte geben Sie es noch einmal ein.',
    en: 'This is not your present password. Please enter it again.',
  },
  nobody: {
    de: 'Sie sind nicht angemeldet. Bitte melden Sie sich an.',
    en: 'You are not signed in. Please sign in.',
  },
  noSession: {
    de: 'Diese Sitzung gibt es nicht mehr. Bitte laden Sie die Seite neu.',
    en: 'This session does not exist any more. Please load the page again.',
  },
  enrolled: {
    de: 'Ein zweiter Faktor ist schon eingerichtet. Bitte entfernen Sie ihn zuerst.',
    en: 'A second factor is set up already. Please remove it first.',
  },
  required: {
    de: 'Ihre Firma verlangt einen zweiten Faktor. Er lässt sich nur ersetzen: Bitten Sie die Administration, ihn zurückzusetzen.',
    en: 'Your firm requires a second factor. It can only be replaced: ask an administrator to reset it.',
  },
} satisfies Record<string, Record<Locale, string>>;

export type Word = keyof typeof WORDS;

export const localeOf = (request: FastifyRequest): Locale =>
  preferredLocale(request.headers['accept-language']) ?? 'en';

/** A refusal with its status; `word` says to programs which one it is. */
export const refused = (request: FastifyRequest, status: number, word: Word): HttpException =>
  new HttpException({ error: WORDS[word][localeOf(request)], reason: word }, status);

export function refusedFor(request: FastifyRequest, reply: FastifyReply, seconds: number): HttpException {
  void reply.header('retry-after', String(seconds));
  return refused(request, 429, 'often');
}
