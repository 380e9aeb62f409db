import type { CheckInState, Outcome } from '@rapport/domain';
import type { TeamKey } from './cast.js';

/** Agreements of the demo, each from a difference that the first or second wave shows. */
export interface DemoAgreement {
  readonly key: string;
  readonly wave: 'first' | 'second';
  readonly motive: string;
  readonly text: string;
  readonly owner: TeamKey;
  readonly proposedOn: string;
  readonly dueOn: string;
  readonly reviewOn: string;
  readonly acceptedOn?: string;
  readonly checkIns?: readonly { readonly on: string; readonly state: CheckInState; readonly note: string }[];
  readonly review?: { readonly outcome: Outcome; readonly on: string; readonly note: string };
}

export const agreements: readonly DemoAgreement[] = [
  {
    key: 'feedback',
    wave: 'first',
    motive: 'social-recognition',
    text: 'Der Vertrieb meldet jeden zweiten Freitag in drei Sätzen zurück, welche Unterlagen im Gespräch genutzt wurden und was sie bewirkt haben.',
    owner: 'sales',
    proposedOn: '2026-04-02',
    dueOn: '2026-04-30',
    reviewOn: '2026-09-30',
    acceptedOn: '2026-04-08',
    checkIns: [
      {
        on: '2026-05-22',
        state: 'on-track',
        note: 'Drei Rückmeldungen liegen vor, eine kam einen Tag später.',
      },
      {
        on: '2026-07-10',
        state: 'on-track',
        note: 'Läuft. Das Marketing hat zwei Vorlagen danach geändert.',
      },
    ],
    review: {
      outcome: 'kept',
      on: '2026-09-30',
      note: 'Elf von zwölf Rückmeldungen kamen. Beide Teams möchten dabei bleiben.',
    },
  },
  {
    key: 'frame',
    wave: 'first',
    motive: 'autonomy',
    text: 'Wir legen gemeinsam einen Rahmen fest, in dem der Vertrieb Lösungen allein zusagt. Was darüber hinausgeht, wird am selben Tag kurz abgestimmt.',
    owner: 'marketing',
    proposedOn: '2026-04-02',
    dueOn: '2026-05-15',
    reviewOn: '2026-09-30',
    acceptedOn: '2026-04-16',
    checkIns: [
      {
        on: '2026-06-12',
        state: 'slipping',
        note: 'Der Rahmen steht, die Abstimmung am selben Tag gelingt nur manchmal.',
      },
    ],
    review: {
      outcome: 'partly',
      on: '2026-09-30',
      note: 'Der Rahmen wird genutzt. Abgestimmt wird meist erst am nächsten Tag.',
    },
  },
  {
    key: 'visits',
    wave: 'first',
    motive: 'social-contact',
    text: 'Je eine Person aus dem Marketing begleitet im Monat einen Kundenbesuch und bringt eine Frage mit, die das Gespräch beantworten soll.',
    owner: 'marketing',
    proposedOn: '2026-04-02',
    dueOn: '2026-05-31',
    reviewOn: '2026-09-30',
    acceptedOn: '2026-04-16',
    checkIns: [
      { on: '2026-06-12', state: 'stuck', note: 'Zwei Termine wurden verschoben, noch kein Besuch.' },
    ],
    review: {
      outcome: 'broken',
      on: '2026-09-30',
      note: 'Es kam zu keinem Besuch, die Termine lagen in den Messewochen. Neu zuschneiden.',
    },
  },
  {
    key: 'stage',
    wave: 'second',
    motive: 'status',
    text: 'Im Monatsbericht stehen gewonnene Aufträge und die Arbeit, die sie vorbereitet hat, nebeneinander, mit den Namen aller Beteiligten.',
    owner: 'marketing',
    proposedOn: '2026-10-12',
    dueOn: '2026-11-30',
    reviewOn: '2027-03-31',
    acceptedOn: '2026-10-19',
    checkIns: [
      { on: '2026-11-13', state: 'on-track', note: 'Der erste Bericht in neuer Form ist erschienen.' },
    ],
  },
  {
    key: 'visits-again',
    wave: 'second',
    motive: 'social-contact',
    text: 'Der Vertrieb lädt das Marketing zu einem festen Besuchstag im Quartal ein. Der Termin wird ein Quartal vorher eingetragen.',
    owner: 'sales',
    proposedOn: '2026-10-12',
    dueOn: '2026-12-18',
    reviewOn: '2027-03-31',
  },
];
