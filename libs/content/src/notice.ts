import type { LocalText } from '@rapport/psychometrics';

/** Smallest number of people whose values are shown together. */
export const MINIMUM_GROUP = 5;

export interface NoticeData {
  readonly firm: string;
  readonly clientOrganisation: string;
  readonly engagement: string;
  readonly retentionMonths: number;
  /** As recorded for the engagement, for example "Einwilligung, Art. 6 Abs. 1 lit. a DSGVO". */
  readonly legalBasis: string;
}

export interface NoticeSection {
  readonly id: string;
  readonly title: LocalText;
  readonly text: LocalText;
}

/** The visibility contract: what a participant is told, before answering, about who will see what until when. */
export interface VisibilityNotice {
  readonly version: string;
  readonly sections: readonly NoticeSection[];
}

/** Any change of wording gets a new version; a release given under an old one stays tied to it. */
export const NOTICE_VERSION = '1.1.0';

const months = (count: number): LocalText =>
  count === 1 ? { de: 'einen Monat', en: 'one month' } : { de: `${count} Monate`, en: `${count} months` };

/** Throws RangeError without a legal basis or a whole number of months: half a contract is none. */
export function visibilityNotice(data: NoticeData): VisibilityNotice {
  const { firm, clientOrganisation, engagement } = data;
  const legalBasis = data.legalBasis.trim().replace(/\.+$/u, '');
  if (legalBasis === '' || !Number.isInteger(data.retentionMonths) || data.retentionMonths < 1)
    throw new RangeError('a visibility notice needs a legal basis and a retention of at least one month');
  const kept = months(data.retentionMonths);
  return {
    version: NOTICE_VERSION,
    sections: [
      {
        id: 'purpose',
        title: { de: 'Wozu der Fragebogen dient', en: 'What the questionnaire is for' },
        text: {
          de: `${firm} begleitet ${clientOrganisation} im Auftrag „${engagement}“. Der Fragebogen beschreibt, was Ihnen bei der Arbeit wichtig ist. Er hilft Ihnen, sich selbst und die Zusammenarbeit besser zu verstehen.`,
          en: `${firm} is working with ${clientOrganisation} on “${engagement}”. The questionnaire describes what matters to you at work. It helps you understand yourself and the way you work with others.`,
        },
      },
      {
        id: 'voluntary',
        title: { de: 'Sie nehmen freiwillig teil', en: 'Taking part is your choice' },
        text: {
          de: `Sie entscheiden, ob Sie antworten, und können jederzeit aufhören. Ein Nein hat für Sie keine Nachteile. ${clientOrganisation} erfährt nur, wie viele Personen teilgenommen haben, nicht wer.`,
          en: `You decide whether to answer, and you can stop at any time. A no has no disadvantages for you. ${clientOrganisation} only learns how many people took part, not who.`,
        },
      },
      {
        id: 'not-used-for',
        title: { de: 'Wozu er nicht dient', en: 'What it is not for' },
        text: {
          de: 'Die Ergebnisse werden nicht für Auswahl, Beförderung oder Kündigung verwendet. Sie sagen nichts über Eignung oder Leistung. Über Sie wird nichts automatisch entschieden.',
          en: 'Results are not used for selection, promotion or dismissal. They say nothing about aptitude or performance. Nothing about you is decided automatically.',
        },
      },
      {
        id: 'collected',
        title: { de: 'Was erhoben wird', en: 'What is collected' },
        text: {
          de: 'Gespeichert werden Ihr Name, Ihre E-Mail-Adresse, Ihr Team, Ihre Antworten und die Zeitpunkte Ihrer Antworten. Aus den Antworten wird Ihr Profil berechnet; weitere Quellen gibt es nicht.',
          en: 'We store your name, your e-mail address, your team, your answers and the times at which you gave them. Your profile is calculated from the answers; there are no other sources.',
        },
      },
      {
        id: 'own-result-first',
        title: { de: 'Ihr Ergebnis sehen zuerst Sie', en: 'You see your result first' },
        text: {
          de: 'Nach dem Absenden sehen Sie Ihr Profil, und zunächst nur Sie. Ihre Antworten auf einzelne Aussagen werden anderen Personen nicht gezeigt.',
          en: 'Once you have submitted, you see your profile, and at first only you do. Your answers to single statements are not shown to other people.',
        },
      },
      {
        id: 'release',
        title: {
          de: 'Sie geben frei, einzeln und widerruflich',
          en: 'You release, one at a time and revocably',
        },
        text: {
          de: `Sie können Ihr Profil freigeben: für die Person, die Sie im Coaching begleitet, für das Beratungsteam von ${firm}, für Ihr eigenes Team. Auch eine einzelne Person bei ${clientOrganisation} können Sie benennen; niemand erwartet das von Ihnen. Jede Freigabe gilt nur für diese eine Person oder diesen einen Kreis, auf Wunsch bis zu einem Tag. Nichts ist voreingestellt. Sie können jede Freigabe mit einem Klick zurücknehmen; das gilt ab sofort für alle weiteren Zugriffe. Berichte, die bereits ausgehändigt wurden, können wir nicht zurückholen.`,
          en: `You can release your profile: to the coach who works with you, to the consulting team of ${firm}, to your own team. You can also name one single person at ${clientOrganisation}; nobody expects you to. Each release covers that one recipient only, until a day if you wish. Nothing is preset. You can take back any release with one click; this takes effect at once for all further access. Reports already handed over are beyond our reach.`,
        },
      },
      {
        id: 'team-values',
        title: {
          de: 'Wie Ihre Antworten in Teamwerte eingehen',
          en: 'How your answers count in team values',
        },
        text: {
          de: `Ob Ihre Werte in die Werte Ihres Teams eingehen, entscheiden Sie selbst, unabhängig von der Freigabe Ihres Profils, und können es jederzeit ändern. Gezeigt werden Teamwerte erst, wenn mindestens ${MINIMUM_GROUP} Personen des Teams geantwortet haben. Teamwerte sind Mittelwerte, Streuungen und Anzahlen ohne Namen.`,
          en: `You decide whether your values count in the values of your team, independently of releasing your profile, and can change it at any time. Team values are only shown once at least ${MINIMUM_GROUP} people of the team have answered. Team values are means, spreads and counts without names.`,
        },
      },
      {
        id: 'client',
        title: { de: `Was ${clientOrganisation} sieht`, en: `What ${clientOrganisation} sees` },
        text: {
          de: `${clientOrganisation} sieht nur Werte von Gruppen mit mindestens ${MINIMUM_GROUP} Personen, und nur in Berichten, die ${firm} dafür freigibt. Einzelne Profile, einzelne Antworten und Namen gehören nicht dazu; ein Profil sieht dort nur, wem Sie selbst es freigeben. Ob Sie abgelehnt oder sich noch nicht entschieden haben, ist von dort nicht zu unterscheiden.`,
          en: `${clientOrganisation} only sees values of groups of at least ${MINIMUM_GROUP} people, and only in reports that ${firm} releases for this purpose. Single profiles, single answers and names are not among them; a profile is seen there only by whom you release it to yourself. From there, having declined and not having decided yet look the same.`,
        },
      },
      {
        id: 'retention',
        title: { de: 'Wie lange Ihre Daten bleiben', en: 'How long your data stay' },
        text: {
          de: `Ihre Antworten und Ihr Profil bleiben höchstens ${kept.de} nach dem Ende des Auftrags gespeichert. Sie können die Löschung jederzeit vorher verlangen. Werte von Gruppen in bereits freigegebenen Berichten bleiben bestehen; aus ihnen ist keine Person zu erkennen.`,
          en: `Your answers and your profile are kept for ${kept.en} at most after the end of the engagement. You can ask for deletion at any time before that. Group values in reports already released remain; no person can be recognised in them.`,
        },
      },
      {
        id: 'rights',
        title: { de: 'Rechtsgrundlage und Ihre Rechte', en: 'Legal basis and your rights' },
        text: {
          de: `Rechtsgrundlage: ${legalBasis}. Sie haben das Recht auf Auskunft, Berichtigung, Löschung und Widerruf. Wenden Sie sich dafür an ${firm}; auch eine Beschwerde bei der Datenschutzaufsicht steht Ihnen offen.`,
          en: `Legal basis: ${legalBasis}. You have the right to access, rectification, erasure and withdrawal of consent. Contact ${firm} for this; you may also complain to the data protection authority.`,
        },
      },
    ],
  };
}
