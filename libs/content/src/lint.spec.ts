import { describe, expect, it } from '@jest/globals';

import { countWords, lint, sentences } from './lint.js';
import type { Language, LintRule, TextKind } from './lint.js';

type Case = readonly [language: Language, kind: TextKind, rule: LintRule, text: string];

/** Each planted text breaks exactly the rule named beside it. */
const PLANTED: readonly Case[] = [
  ['de', 'prose', 'type-noun', 'Ein Roter entscheidet gern schnell.'],
  ['de', 'prose', 'type-noun', 'Die Blauen im Team warten ab.'],
  ['de', 'prose', 'type-noun', 'Für rote Menschen zählt die Wirkung.'],
  ['de', 'prose', 'type-noun', 'Sie sind der Machertyp.'],
  ['en', 'prose', 'type-noun', 'You are a typical red.'],
  ['en', 'prose', 'type-noun', 'The reds decide quickly.'],
  ['en', 'prose', 'type-noun', 'A blue is happy to wait.'],
  ['en', 'prose', 'type-noun', 'Blue people like to listen.'],
  ['de', 'prose', 'deficit-word', 'Ihre Schwäche liegt in der Planung.'],
  ['de', 'prose', 'deficit-word', 'Hier zeigt sich ein Strukturdefizit.'],
  ['de', 'prose', 'deficit-word', 'Es mangelt, oder genauer: mangelnde Ordnung stört.'],
  ['en', 'prose', 'deficit-word', 'Your weakness is planning.'],
  ['en', 'prose', 'deficit-word', 'The team lacks structure.'],
  ['de', 'prose', 'promise', 'Damit eignen Sie sich für den Vertrieb.'],
  ['de', 'prose', 'promise', 'Das Team wird mehr Leistung bringen.'],
  ['en', 'prose', 'promise', 'You are perfectly suited for sales.'],
  ['en', 'prose', 'promise', 'This will raise the performance of the team.'],
  ['de', 'prose', 'ranking', 'Team A plant besser als Team B.'],
  ['de', 'prose', 'ranking', 'Die Rangliste zeigt alle Personen.'],
  ['en', 'prose', 'ranking', 'Team A is better than team B.'],
  ['en', 'prose', 'ranking', 'She outperforms the others.'],
  ['de', 'prose', 'informal-address', 'Was du willst, zählt.'],
  ['de', 'prose', 'informal-address', 'Ihr könnt das besprechen.'],
  ['de', 'prose', 'generic-masculine', 'Der Mitarbeiter bekommt seinen Bericht.'],
  ['de', 'prose', 'generic-masculine', 'Fragen Sie Ihre Kollegen.'],
  ['de', 'prose', 'generic-masculine', 'Der Projektleiter entscheidet.'],
  ['de', 'prose', 'generic-masculine', 'Suchen Sie jemanden, der zuhört.'],
  ['en', 'prose', 'generic-masculine', 'A manager knows his team.'],
  [
    'de',
    'prose',
    'long-sentence',
    'Wer in einem Team arbeitet und zugleich in einem anderen Team berät, kennt beide Sichten und bringt sie, wenn man ihn oder sie fragt, gern an einen Tisch.',
  ],
  [
    'en',
    'prose',
    'long-sentence',
    'When two teams meet for the first time they may find that each of them has its own pace and its own words for the very same thing.',
  ],
  ['de', 'item', 'negation', 'Ich möchte keine Vorgaben.'],
  ['en', 'item', 'negation', "I don't want rules."],
  ['de', 'item', 'frequency-word', 'Ich entscheide oft gern.'],
  ['en', 'item', 'frequency-word', 'I sometimes want to decide.'],
  ['de', 'item', 'double-barrel', 'Ich mag Pläne und Listen.'],
  ['en', 'item', 'double-barrel', 'I like plans and lists.'],
  ['de', 'item', 'ability', 'Ich kann andere begeistern.'],
  ['en', 'item', 'ability', 'I am good at leading.'],
  ['de', 'item', 'protected-topic', 'Ich mag meine Gewerkschaft.'],
  ['en', 'item', 'protected-topic', 'I like talking about politics.'],
  ['de', 'item', 'not-first-person', 'Ordnung macht Freude.'],
  ['en', 'item', 'not-first-person', 'Order is a pleasure.'],
];

const ACCEPTED: readonly (readonly [Language, TextKind, string])[] = [
  ['de', 'prose', 'Ihre Ausprägung liegt im roten Bereich, also eher auf der hohen Seite.'],
  ['de', 'prose', 'Rote Bereiche stehen rechts, blaue links.'],
  ['de', 'prose', 'Der Bericht sagt nichts über Eignung oder Leistung.'],
  ['de', 'prose', 'Kein Pol ist besser als der andere.'],
  ['de', 'prose', 'Fragen Sie Ihre Kolleginnen und Kollegen, was ihnen hilft.'],
  ['de', 'prose', 'Die Kundschaft merkt, wie eng die Mitarbeitenden zusammenarbeiten.'],
  ['de', 'prose', 'Kundenbeziehungen und Partnerschaften brauchen Zeit, z. B. ein Jahr.'],
  ['en', 'prose', 'You are rather red in autonomy; the blue side has its own pull.'],
  ['en', 'prose', 'This report says nothing about performance, and it is not for selection.'],
  ['en', 'prose', 'Neither pole is better than the other.'],
  ['de', 'item', 'Es macht mir Freude, eine Gruppe zu führen.'],
  ['en', 'item', 'I enjoy leading a group.'],
];

describe('language lint', () => {
  it.each(PLANTED)('%s %s finds %s in "%s"', (language, kind, rule, text) => {
    expect(lint(text, language, kind).map((finding) => finding.rule)).toEqual([rule]);
  });

  it.each(ACCEPTED)('%s %s accepts "%s"', (language, kind, text) => {
    expect(lint(text, language, kind)).toEqual([]);
  });

  it('names the words and the sentence that broke a rule', () => {
    expect(lint('Guten Tag. Was du willst, zählt.', 'de')).toEqual([
      { rule: 'informal-address', found: 'du', sentence: 'Was du willst, zählt.' },
    ]);
  });

  it('applies the item rules to items only', () => {
    expect(lint('Wir haben das nicht oft besprochen.', 'de')).toEqual([]);
  });

  it('has a planted case for every rule in every language it knows', () => {
    const both: readonly LintRule[] = [
      'type-noun',
      'deficit-word',
      'promise',
      'ranking',
      'generic-masculine',
      'long-sentence',
      'negation',
      'frequency-word',
      'double-barrel',
      'ability',
      'protected-topic',
      'not-first-person',
    ];
    const planted = new Set(PLANTED.map(([language, , rule]) => `${language} ${rule}`));
    expect([...planted].sort()).toEqual(
      [...both.flatMap((rule) => [`de ${rule}`, `en ${rule}`]), 'de informal-address'].sort(),
    );
  });

  it('counts words and sentences as a reader does', () => {
    expect(sentences('Eins, z. B. so. Zwei?\nDrei „vier.“ Fünf')).toHaveLength(4);
    expect(countWords('Marketing & Vertrieb – zwei Teams.')).toBe(4);
  });
});
