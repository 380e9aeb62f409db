import type { Language } from './lint.js';

export interface Mail {
  readonly subject: string;
  /** Plain text; the firm's name is the brand. */
  readonly text: string;
}

interface Sender {
  /** Name of the consulting firm. */
  readonly firm: string;
}

interface ParticipantMail extends Sender {
  readonly name: string;
  readonly clientOrganisation: string;
  readonly engagement: string;
  /** Personal link, single use. */
  readonly link: string;
  /** Last day to answer, `2025-11-30`. */
  readonly closesOn: string;
  /** Number of statements in the questionnaire. */
  readonly items: number;
}

export type InvitationMail = ParticipantMail;
export type ReminderMail = ParticipantMail;

export interface PasswordResetMail extends Sender {
  readonly name: string;
  readonly link: string;
  readonly validForMinutes: number;
}

export interface ReportReadyMail extends Sender {
  readonly name: string;
  readonly engagement: string;
  readonly report: string;
  /** Leads to the sign-in, never to the file itself. */
  readonly link: string;
}

const SECONDS_AN_ITEM = 8;

/** Rounded up to five minutes: nobody should feel slow. */
export function minutesFor(items: number): number {
  return Math.max(5, Math.ceil((items * SECONDS_AN_ITEM) / 60 / 5) * 5);
}

function day(iso: string, language: Language): string {
  return new Intl.DateTimeFormat(language === 'de' ? 'de-DE' : 'en-GB', {
    dateStyle: 'long',
    timeZone: 'UTC',
  }).format(new Date(`${iso}T00:00:00Z`));
}

const paragraphs = (...parts: readonly string[]) => parts.join('\n\n');

export function invitationMail(language: Language, data: InvitationMail): Mail {
  const { firm, name, clientOrganisation, engagement, link, items } = data;
  const until = day(data.closesOn, language);
  if (language === 'de') {
    return {
      subject: `Ihre Einladung: ${engagement}`,
      text: paragraphs(
        `Guten Tag ${name},`,
        `${firm} begleitet ${clientOrganisation} im Auftrag „${engagement}“ und lädt Sie ein, einen Fragebogen zu beantworten. Er umfasst ${items} kurze Aussagen dazu, was Ihnen bei der Arbeit wichtig ist. Planen Sie etwa ${minutesFor(items)} Minuten ein.`,
        `Hier geht es zu Ihrem Fragebogen:\n${link}`,
        `Vor der ersten Aussage lesen Sie, wer was wie lange sehen kann. Erst danach entscheiden Sie, ob Sie teilnehmen. Die Teilnahme ist freiwillig.`,
        `Ihr Ergebnis sehen zuerst Sie allein. Sie können jederzeit unterbrechen und später weitermachen, auch auf einem anderen Gerät. Der Fragebogen ist bis zum ${until} geöffnet.`,
        `Der Link ist nur für Sie bestimmt. Bitte geben Sie ihn nicht weiter.`,
        `Freundliche Grüße\n${firm}`,
      ),
    };
  }
  return {
    subject: `Your invitation: ${engagement}`,
    text: paragraphs(
      `Hello ${name},`,
      `${firm} is working with ${clientOrganisation} on “${engagement}” and invites you to answer a questionnaire. It has ${items} short statements about what matters to you at work. Allow about ${minutesFor(items)} minutes.`,
      `Here is your questionnaire:\n${link}`,
      `Before the first statement you will read who can see what, and for how long. Only then do you decide whether to take part. Taking part is voluntary.`,
      `You are the first to see your result, and the only one at that point. You can stop at any time and carry on later, on another device too. The questionnaire is open until ${until}.`,
      `The link is meant for you alone. Please do not pass it on.`,
      `Kind regards\n${firm}`,
    ),
  };
}

export function reminderMail(language: Language, data: ReminderMail): Mail {
  const { firm, name, clientOrganisation, engagement, link, items } = data;
  const until = day(data.closesOn, language);
  if (language === 'de') {
    return {
      subject: `Noch bis ${until}: ${engagement}`,
      text: paragraphs(
        `Guten Tag ${name},`,
        `Ihr Fragebogen im Auftrag „${engagement}“ ist noch bis zum ${until} geöffnet. Wer alle ${items} Aussagen am Stück beantwortet, braucht etwa ${minutesFor(items)} Minuten. Was Sie schon beantwortet haben, ist gespeichert.`,
        `Mit diesem Link geht es weiter:\n${link}`,
        `Ein früherer Link gilt nun nicht mehr.`,
        `Wenn Sie nicht teilnehmen möchten, brauchen Sie nichts zu tun. ${clientOrganisation} erfährt nicht, wer teilnimmt. Diese Erinnerung verschickt das System.`,
        `Freundliche Grüße\n${firm}`,
      ),
    };
  }
  return {
    subject: `Open until ${until}: ${engagement}`,
    text: paragraphs(
      `Hello ${name},`,
      `Your questionnaire for “${engagement}” is still open until ${until}. Answering all ${items} statements in one go takes about ${minutesFor(items)} minutes. What you have answered so far is saved.`,
      `This link takes you back to it:\n${link}`,
      `Any earlier link has stopped working.`,
      `If you prefer not to take part, there is nothing you need to do. ${clientOrganisation} does not learn who takes part. This reminder is sent by the system.`,
      `Kind regards\n${firm}`,
    ),
  };
}

export function passwordResetMail(language: Language, data: PasswordResetMail): Mail {
  const { firm, name, link, validForMinutes } = data;
  if (language === 'de') {
    return {
      subject: `Neues Passwort für Ihr Konto bei ${firm}`,
      text: paragraphs(
        `Guten Tag ${name},`,
        `für Ihr Konto bei ${firm} wurde ein neues Passwort angefordert. Über diesen Link legen Sie es fest:\n${link}`,
        `Der Link gilt ${validForMinutes} Minuten und nur einmal.`,
        `Haben Sie nichts angefordert? Dann brauchen Sie nichts zu tun; Ihr bisheriges Passwort gilt weiter.`,
        `Freundliche Grüße\n${firm}`,
      ),
    };
  }
  return {
    subject: `New password for your account with ${firm}`,
    text: paragraphs(
      `Hello ${name},`,
      `a new password was requested for your account with ${firm}. Follow this link to set it:\n${link}`,
      `The link works once, within ${validForMinutes} minutes.`,
      `Did you not ask for this? Then there is nothing you need to do; your present password stays valid.`,
      `Kind regards\n${firm}`,
    ),
  };
}

export function reportReadyMail(language: Language, data: ReportReadyMail): Mail {
  const { firm, name, engagement, report, link } = data;
  if (language === 'de') {
    return {
      subject: `Ein Bericht liegt bereit: ${engagement}`,
      text: paragraphs(
        `Guten Tag ${name},`,
        `im Auftrag „${engagement}“ liegt ein Bericht für Sie bereit: ${report}.`,
        `Nach der Anmeldung können Sie ihn lesen und herunterladen:\n${link}`,
        `Nehmen Sie ihn als Anfang eines Gesprächs. Am meisten zeigt er, wenn Sie ihn gemeinsam durchgehen.`,
        `Freundliche Grüße\n${firm}`,
      ),
    };
  }
  return {
    subject: `A report is ready: ${engagement}`,
    text: paragraphs(
      `Hello ${name},`,
      `a report is ready for you in “${engagement}”: ${report}.`,
      `Sign in to read and download it:\n${link}`,
      `Take it as the start of a conversation. It shows most when you go through it together.`,
      `Kind regards\n${firm}`,
    ),
  };
}
