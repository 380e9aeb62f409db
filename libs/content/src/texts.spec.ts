import { describe, expect, it } from '@jest/globals';

import { lint } from './lint.js';
import type { Language } from './lint.js';
import {
  invitationMail,
  minutesFor,
  passwordResetMail,
  reminderMail,
  reportReadyMail,
  signInChangedMail,
  userInvitationMail,
} from './mails.js';
import type { Mail } from './mails.js';
import { MINIMUM_GROUP, visibilityNotice } from './notice.js';
import { reportTexts } from './report-texts.js';

const languages: readonly Language[] = ['de', 'en'];

/** One value for every name that a text may carry; a name that is not here shows up as "undefined". */
const SAMPLE = {
  a: 'Marketing',
  b: 'Vertrieb',
  answered: 90,
  blue: 3,
  caption: 'Marketing.',
  count: 2,
  cut: '1,00',
  d: '1,4',
  difference: '1,20',
  entry: '0,10',
  errorBand: true,
  exit: '0,00',
  from: '0,50',
  function: 'marketing',
  groups: 2,
  high: '1,60',
  id: 'default',
  interval: { low: '0,80', high: '1,60' },
  invited: 9,
  joined: 1,
  left: 1,
  low: '0,80',
  minimum: 5,
  motive: 'Autonomie',
  n: 9,
  nA: 9,
  nB: 8,
  name: 'Kim Beispiel',
  needed: 5,
  norm: 'SAPA 2010',
  number: 3,
  of: 96,
  otherPole: 'gemeinsam Wege finden',
  otherTeam: 'Vertrieb',
  p: '0,21',
  page: 1,
  pages: 12,
  people: 17,
  instrument: 'Rapport Motive 1.0.0',
  scale: 'vorläufige Norm',
  names: 'Kim Beispiel und Robin Muster',
  motives: 'Status und Struktur',
  gap: '1,2',
  first: { name: 'Marketing', mean: '+1,2', band: 'red' },
  second: { name: 'Vertrieb', mean: '0,0', band: 'balanced' },
  nearRed: { team: 'Marketing', pole: 'eigenständig handeln' },
  nearBlue: { team: 'Vertrieb', pole: 'gemeinsam Wege finden' },
  alpha: { low: '0,79', high: '0,88' },
  reach: { low: '0,7', high: '0,9' },
  pole: 'eigenständig handeln',
  band: 'red',
  red: 2,
  stayed: 8,
  submitted: 8,
  team: 'Marketing',
  teams: ['Marketing', 'Vertrieb', 'Service'],
  title: 'Rapport Motive',
  version: '1.0.0',
  waves: 2,
  within: '0,15',
};

type Leaf = readonly [path: string, text: string];

/** Every text of an object, functions called with the sample. */
function leaves(value: unknown, path = ''): readonly Leaf[] {
  if (typeof value === 'function') return leaves((value as (data: unknown) => unknown)(SAMPLE), path);
  if (value === null || typeof value !== 'object') return [[path, String(value)]];
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, path === '' ? key : `${path}.${key}`));
}

function broken(texts: readonly Leaf[], language: Language): readonly string[] {
  return texts.flatMap(([path, text]) => {
    const untidy = text.trim() === '' || text !== text.trim() || / {2}|undefined|NaN|\[object/u.test(text);
    const findings = lint(text, language).map(({ rule, found }) => `${path}: ${rule} "${found}" in: ${text}`);
    return untidy ? [`${path}: untidy: ${text}`, ...findings] : findings;
  });
}

describe('report texts', () => {
  it.each(languages)('keep the language rules and leave nothing empty (%s)', (language) => {
    expect(broken(leaves(reportTexts[language]), language)).toEqual([]);
  });

  it('have the same keys, lists of the same length and parameters in both languages', () => {
    const paths = (language: Language) => leaves(reportTexts[language]).map(([path]) => path);
    expect(paths('en')).toEqual(paths('de'));
  });

  it('are translated: sentences are nowhere the same in both languages', () => {
    const german = new Map(leaves(reportTexts.de));
    const same = leaves(reportTexts.en).filter(
      ([path, text]) => german.get(path) === text && text.includes(' '),
    );
    expect(same.map(([path]) => path)).toEqual([]);
  });

  it('speak of one person in the singular', () => {
    expect(reportTexts.de.words.people({ n: 1 })).toBe('1 Person');
    expect(reportTexts.en.words.people({ n: 1 })).toBe('1 person');
    expect(reportTexts.de.sentences.notReleased({ count: 1 })).toBe(
      'Ein Profil ist für diesen Bericht nicht freigegeben.',
    );
  });

  it('mention an error band only where one is drawn', () => {
    for (const language of languages) {
      const { captions, sentences } = reportTexts[language];
      const without = [
        captions.profile({ name: 'Kim', errorBand: false }),
        captions.teamMeans({ team: 'A', n: 9, errorBand: false }),
        captions.timeline({ team: 'A', waves: 2, errorBand: false }),
        sentences.markedDifference({
          first: { name: 'A', mean: '+1,2', band: 'red' },
          second: { name: 'B', mean: '0,0', band: 'balanced' },
          nearRed: { team: 'A', pole: 'x' },
          nearBlue: { team: 'B', pole: 'y' },
          gap: '1,2',
          interval: null,
        }),
      ];
      expect(without.filter((text) => /Fehlerband|error band|undefined|null/u.test(text))).toEqual([]);
    }
  });

  it('say in both languages what the report is not for', () => {
    expect(reportTexts.de.limits.join(' ')).toMatch(/nicht für Auswahl, Beförderung oder Kündigung/u);
    expect(reportTexts.en.limits.join(' ')).toMatch(/not meant for selection, promotion or dismissal/u);
  });

  it('the checks notice an empty text, a forgotten value and a broken rule', () => {
    const planted = {
      empty: ' ',
      forgotten: ({ nobody }: { nobody?: string }) => `Für ${nobody}`,
      rule: 'Ein Roter eben.',
    };
    expect(broken(leaves(planted), 'de')).toEqual([
      'empty: untidy:  ',
      'forgotten: untidy: Für undefined',
      'rule: type-noun "Roter" in: Ein Roter eben.',
    ]);
  });
});

const PARTICIPANT = {
  firm: 'Nordlicht Beratung',
  name: 'Kim Beispiel',
  clientOrganisation: 'Muster AG',
  engagement: 'Marketing & Vertrieb',
  link: 'https://example.org/einladung#abc',
  closesOn: '2025-11-30',
  items: 96,
};
const STAFF = { firm: 'Nordlicht Beratung', name: 'Kim Beispiel', link: 'https://example.org/x' };

const mails: readonly (readonly [string, (language: Language) => Mail])[] = [
  ['invitation', (language) => invitationMail(language, PARTICIPANT)],
  ['reminder', (language) => reminderMail(language, PARTICIPANT)],
  ['password reset', (language) => passwordResetMail(language, { ...STAFF, validForMinutes: 30 })],
  [
    'user invitation',
    (language) => userInvitationMail(language, { ...STAFF, validForDays: 7, slug: 'nordlicht' }),
  ],
  ...(['password-changed', 'second-factor-added', 'second-factor-removed'] as const).map(
    (change) => [change, (language: Language) => signInChangedMail(language, { ...STAFF, change })] as const,
  ),
  [
    'report ready',
    (language) =>
      reportReadyMail(language, { ...STAFF, engagement: 'Marketing & Vertrieb', report: 'Teambericht' }),
  ],
];

describe.each(mails)('mail: %s', (_, mail) => {
  it.each(languages)(
    'keeps the language rules and carries name, link and the brand of the firm (%s)',
    (language) => {
      const { subject, text } = mail(language);
      expect(
        broken(
          [
            ['subject', subject],
            ['text', text],
          ],
          language,
        ),
      ).toEqual([]);
      expect(subject).not.toMatch(/\n/u);
      expect(text).toContain('Kim Beispiel');
      expect(text).toMatch(/https:\/\/example\.org\/\S+/u);
      expect(text.endsWith('Nordlicht Beratung')).toBe(true);
      expect(text).not.toMatch(/Rapport/u);
    },
  );

  it('says the same as HTML, with nothing to be fetched and every sign of a name escaped', () => {
    const { html, text } = mail('de');
    const shown = html.replaceAll(/<style[\s\S]*?<\/style>|<[^>]+>/gu, ' ').replaceAll('&amp;', '&');
    const words = (said: string) => new Set(said.split(/[\s:.,]+/u).filter(Boolean));
    expect([...words(text)].filter((word) => !words(shown).has(word))).toEqual([]);
    expect(html).not.toMatch(/<(?:img|script|link|iframe)|url\(/u);
    expect(html).not.toContain('Marketing & Vertrieb');
  });

  it('is written in two languages', () => {
    expect(mail('de').text).not.toBe(mail('en').text);
    expect(mail('de').subject).not.toBe(mail('en').subject);
  });
});

describe('mails to participants', () => {
  it('write the last day in the language of the mail', () => {
    expect(invitationMail('de', PARTICIPANT).text).toContain('30. November 2025');
    expect(invitationMail('en', PARTICIPANT).text).toContain('30 November 2025');
  });

  it('allow time in steps of five minutes', () => {
    expect([1, 25, 72, 96].map(minutesFor)).toEqual([5, 5, 10, 15]);
  });

  it('say that taking part is voluntary and a reminder asks for nothing', () => {
    expect(invitationMail('de', PARTICIPANT).text).toContain('freiwillig');
    expect(reminderMail('de', PARTICIPANT).text).toContain('brauchen Sie nichts zu tun');
  });
});

describe('the visibility notice', () => {
  const data = {
    firm: 'Nordlicht Beratung',
    clientOrganisation: 'Muster AG',
    engagement: 'Marketing & Vertrieb',
    retentionMonths: 24,
    legalBasis: 'Einwilligung, Art. 6 Abs. 1 lit. a DSGVO.',
  };
  const notice = visibilityNotice(data);
  const textOf = (id: string, language: Language) =>
    notice.sections.find((section) => section.id === id)?.text[language];

  it('covers everything a participant must know before answering, each section once', () => {
    expect(notice.sections.map(({ id }) => id)).toEqual([
      'purpose',
      'voluntary',
      'not-used-for',
      'collected',
      'own-result-first',
      'release',
      'team-values',
      'client',
      'retention',
      'rights',
    ]);
  });

  it.each(languages)('keeps the language rules (%s)', (language) => {
    const texts = notice.sections.flatMap(({ id, title, text }): readonly Leaf[] => [
      [`${id}.title`, title[language]],
      [`${id}.text`, text[language]],
    ]);
    expect(broken(texts, language)).toEqual([]);
  });

  it('is written in two languages', () => {
    expect(notice.sections.filter(({ title, text }) => title.de === title.en || text.de === text.en)).toEqual(
      [],
    );
  });

  it('names firm, client, legal basis, retention and the smallest group', () => {
    expect(textOf('client', 'de')).toContain(`mindestens ${MINIMUM_GROUP} Personen`);
    expect(textOf('retention', 'de')).toContain('24 Monate');
    expect(textOf('rights', 'en')).toContain('Art. 6 Abs. 1 lit. a DSGVO. You');
    expect(textOf('release', 'en')).toContain('Nordlicht Beratung');
    const short = visibilityNotice({ ...data, retentionMonths: 1 });
    expect(short.sections.find(({ id }) => id === 'retention')?.text.de).toContain('höchstens einen Monat');
  });

  it.each([{ retentionMonths: 0 }, { retentionMonths: 1.5 }, { legalBasis: ' . ' }])(
    'is not written with %j: half a contract is none',
    (gap) => expect(() => visibilityNotice({ ...data, ...gap })).toThrow(RangeError),
  );

  it('gives the same words for the same data, so that its hash can be kept', () => {
    expect(visibilityNotice(data)).toEqual(notice);
  });
});
