import type { Language } from './lint.js';

export interface Mail {
  readonly subject: string;
  /** Plain text; the firm's name is the brand. */
  readonly text: string;
  /** The same as HTML: no pictures, no scripts, nothing to be fetched. */
  readonly html: string;
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

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const INK = '#1f2933';
const BUTTON = `display:inline-block;padding:12px 20px;border-radius:6px;background:${INK};color:#ffffff;text-decoration:none;font-weight:600`;

/** A paragraph; a link that stands alone on its last line becomes a button, with the address below it. */
function paragraph(text: string): string {
  const [, words = text, link] = /^([\s\S]*)\n(https?:\/\/\S+)$/.exec(text) ?? [];
  const lines = (said: string) => escaped(said).replaceAll('\n', '<br>');
  if (link === undefined) return `<p style="margin:0 0 16px">${lines(text)}</p>`;
  const sentences = words.split(/(?<=[.!?]) /);
  const label = escaped((sentences.pop() ?? '').replace(/[:.]$/, ''));
  const before = sentences.length === 0 ? '' : `<p style="margin:0 0 16px">${lines(sentences.join(' '))}</p>`;
  const href = escaped(link);
  return `${before}<p style="margin:0 0 16px"><a href="${href}" style="${BUTTON}">${label}</a></p>
<p style="margin:0 0 16px;font-size:14px;word-break:break-all"><a href="${href}" style="color:${INK}">${href}</a></p>`;
}

/** One mail as text and as HTML, under the firm's name. */
function mail(language: Language, firm: string, subject: string, ...parts: readonly string[]): Mail {
  const body = parts.map(paragraph).join('\n');
  return {
    subject,
    text: parts.join('\n\n'),
    html: `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(subject)}</title></head>
<body style="margin:0;background:#f6f6f4;color:${INK};font:16px/1.5 system-ui,-apple-system,'Segoe UI',Roboto,Arial,sans-serif">
<div style="max-width:560px;margin:0 auto;padding:24px 16px"><p style="margin:0 0 16px;font-weight:700;font-size:18px">${escaped(firm)}</p>
<div style="background:#ffffff;border-radius:8px;padding:24px">
${body}
</div></div></body></html>`,
  };
}

export function invitationMail(language: Language, data: InvitationMail): Mail {
  const { firm, name, clientOrganisation, engagement, link, items } = data;
  const until = day(data.closesOn, language);
  if (language === 'de') {
    return mail(
      language,
      firm,
      `Ihre Einladung: ${engagement}`,
      `Guten Tag ${name},`,
      `${firm} begleitet ${clientOrganisation} im Auftrag „${engagement}“ und lädt Sie ein, einen Fragebogen zu beantworten. Er umfasst ${items} kurze Aussagen dazu, was Ihnen bei der Arbeit wichtig ist. Planen Sie etwa ${minutesFor(items)} Minuten ein.`,
      `Hier geht es zu Ihrem Fragebogen:\n${link}`,
      `Vor der ersten Aussage lesen Sie, wer was wie lange sehen kann. Erst danach entscheiden Sie, ob Sie teilnehmen. Die Teilnahme ist freiwillig.`,
      `Ihr Ergebnis sehen zuerst Sie allein. Sie können jederzeit unterbrechen und später weitermachen, auch auf einem anderen Gerät. Der Fragebogen ist bis zum ${until} geöffnet.`,
      `Der Link ist nur für Sie bestimmt. Bitte geben Sie ihn nicht weiter.`,
      `Freundliche Grüße\n${firm}`,
    );
  }
  return mail(
    language,
    firm,
    `Your invitation: ${engagement}`,
    `Hello ${name},`,
    `${firm} is working with ${clientOrganisation} on “${engagement}” and invites you to answer a questionnaire. It has ${items} short statements about what matters to you at work. Allow about ${minutesFor(items)} minutes.`,
    `Here is your questionnaire:\n${link}`,
    `Before the first statement you will read who can see what, and for how long. Only then do you decide whether to take part. Taking part is voluntary.`,
    `You are the first to see your result, and the only one at that point. You can stop at any time and carry on later, on another device too. The questionnaire is open until ${until}.`,
    `The link is meant for you alone. Please do not pass it on.`,
    `Kind regards\n${firm}`,
  );
}

export function reminderMail(language: Language, data: ReminderMail): Mail {
  const { firm, name, clientOrganisation, engagement, link, items } = data;
  const until = day(data.closesOn, language);
  if (language === 'de') {
    return mail(
      language,
      firm,
      `Noch bis ${until}: ${engagement}`,
      `Guten Tag ${name},`,
      `Ihr Fragebogen im Auftrag „${engagement}“ ist noch bis zum ${until} geöffnet. Wer alle ${items} Aussagen am Stück beantwortet, braucht etwa ${minutesFor(items)} Minuten. Was Sie schon beantwortet haben, ist gespeichert.`,
      `Mit diesem Link geht es weiter:\n${link}`,
      `Ein früherer Link gilt nun nicht mehr.`,
      `Wenn Sie nicht teilnehmen möchten, brauchen Sie nichts zu tun. ${clientOrganisation} erfährt nicht, wer teilnimmt. Diese Erinnerung verschickt das System.`,
      `Freundliche Grüße\n${firm}`,
    );
  }
  return mail(
    language,
    firm,
    `Open until ${until}: ${engagement}`,
    `Hello ${name},`,
    `Your questionnaire for “${engagement}” is still open until ${until}. Answering all ${items} statements in one go takes about ${minutesFor(items)} minutes. What you have answered so far is saved.`,
    `This link takes you back to it:\n${link}`,
    `Any earlier link has stopped working.`,
    `If you prefer not to take part, there is nothing you need to do. ${clientOrganisation} does not learn who takes part. This reminder is sent by the system.`,
    `Kind regards\n${firm}`,
  );
}

export function passwordResetMail(language: Language, data: PasswordResetMail): Mail {
  const { firm, name, link, validForMinutes } = data;
  if (language === 'de') {
    return mail(
      language,
      firm,
      `Neues Passwort für Ihr Konto bei ${firm}`,
      `Guten Tag ${name},`,
      `für Ihr Konto bei ${firm} wurde ein neues Passwort angefordert. Über diesen Link legen Sie es fest:\n${link}`,
      `Der Link gilt ${validForMinutes} Minuten und nur einmal.`,
      `Haben Sie nichts angefordert? Dann brauchen Sie nichts zu tun; Ihr bisheriges Passwort gilt weiter.`,
      `Freundliche Grüße\n${firm}`,
    );
  }
  return mail(
    language,
    firm,
    `New password for your account with ${firm}`,
    `Hello ${name},`,
    `a new password was requested for your account with ${firm}. Follow this link to set it:\n${link}`,
    `The link works once, within ${validForMinutes} minutes.`,
    `Did you not ask for this? Then there is nothing you need to do; your present password stays valid.`,
    `Kind regards\n${firm}`,
  );
}

export function reportReadyMail(language: Language, data: ReportReadyMail): Mail {
  const { firm, name, engagement, report, link } = data;
  if (language === 'de') {
    return mail(
      language,
      firm,
      `Ein Bericht liegt bereit: ${engagement}`,
      `Guten Tag ${name},`,
      `im Auftrag „${engagement}“ liegt ein Bericht für Sie bereit: ${report}.`,
      `Nach der Anmeldung können Sie ihn lesen und herunterladen:\n${link}`,
      `Nehmen Sie ihn als Anfang eines Gesprächs. Am meisten zeigt er, wenn Sie ihn gemeinsam durchgehen.`,
      `Freundliche Grüße\n${firm}`,
    );
  }
  return mail(
    language,
    firm,
    `A report is ready: ${engagement}`,
    `Hello ${name},`,
    `a report is ready for you in “${engagement}”: ${report}.`,
    `Sign in to read and download it:\n${link}`,
    `Take it as the start of a conversation. It shows most when you go through it together.`,
    `Kind regards\n${firm}`,
  );
}

export type UserInvitationMail = Sender & {
  readonly name: string;
  /** Leads to the page on which the first password is set. */
  readonly link: string;
  readonly validForDays: number;
  /** What the firm is called when signing in. */
  readonly slug: string;
};

/** To someone who got an account: the first password is their own from the beginning. */
export function userInvitationMail(language: Language, data: UserInvitationMail): Mail {
  const { firm, name, link, validForDays, slug } = data;
  if (language === 'de')
    return mail(
      language,
      firm,
      `Ihr Konto bei ${firm}`,
      `Guten Tag ${name},`,
      `${firm} hat ein Konto für Sie angelegt. Wählen Sie zuerst Ihr Passwort:\n${link}`,
      `Der Link gilt ${validForDays} Tage und nur einmal. Danach melden Sie sich mit der Firma „${slug}“, Ihrer E-Mail-Adresse und diesem Passwort an.`,
      `Der Link ist nur für Sie bestimmt. Bitte geben Sie ihn nicht weiter.`,
      `Freundliche Grüße\n${firm}`,
    );
  return mail(
    language,
    firm,
    `Your account with ${firm}`,
    `Hello ${name},`,
    `${firm} has made an account for you. Choose your password first:\n${link}`,
    `The link works once, within ${validForDays} days. After that you sign in with the firm “${slug}”, your e-mail address and this password.`,
    `The link is meant for you alone. Please do not pass it on.`,
    `Kind regards\n${firm}`,
  );
}

export interface SignInChangedMail extends Sender {
  readonly name: string;
  readonly change: 'password-changed' | 'second-factor-added' | 'second-factor-removed';
  /** The sign-in page. */
  readonly link: string;
}

const CHANGES: Readonly<Record<SignInChangedMail['change'], Readonly<Record<Language, string>>>> = {
  'password-changed': {
    de: 'das Passwort Ihres Kontos wurde geändert. Alle anderen Sitzungen sind beendet.',
    en: 'the password of your account was changed. All other sessions have ended.',
  },
  'second-factor-added': {
    de: 'für Ihr Konto wurde ein zweiter Faktor eingerichtet. Er wird ab jetzt bei jeder Anmeldung mit Passwort verlangt.',
    en: 'a second factor was set up for your account. From now on it is asked for whenever you sign in by password.',
  },
  'second-factor-removed': {
    de: 'der zweite Faktor Ihres Kontos wurde entfernt. Zur Anmeldung genügt wieder das Passwort.',
    en: 'the second factor of your account was removed. The password alone is enough to sign in again.',
  },
};

/** To the owner of an account whenever the way to sign in has changed: it may have been somebody else. */
export function signInChangedMail(language: Language, data: SignInChangedMail): Mail {
  const { firm, name, change, link } = data;
  const what = CHANGES[change][language];
  if (language === 'de')
    return mail(
      language,
      firm,
      `Änderung an Ihrer Anmeldung bei ${firm}`,
      `Guten Tag ${name},`,
      what,
      `Waren Sie das? Dann brauchen Sie nichts zu tun.`,
      `Wenn nicht, setzen Sie bitte gleich über „Passwort vergessen“ ein neues Passwort, und sagen Sie ${firm} Bescheid:\n${link}`,
      `Freundliche Grüße\n${firm}`,
    );
  return mail(
    language,
    firm,
    `A change to how you sign in with ${firm}`,
    `Hello ${name},`,
    what,
    `Was it you? Then there is nothing you need to do.`,
    `If not, please set a new password at once by “Forgot your password”, and tell ${firm}:\n${link}`,
    `Kind regards\n${firm}`,
  );
}
