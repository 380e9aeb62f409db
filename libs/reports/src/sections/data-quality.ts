import { standardErrorOfMeasurement, type QualityFlag } from '@rapport/psychometrics';
import { MINIMUM_GROUP, type Assembly, type ShownTeam } from '../assembly.js';
import type { Block, Fact, Section } from '../document.js';
import { facts, figures, heading, lead, list, note, paragraph, table, words as text } from './blocks.js';

/** What the figures rest on: who answered (counts), how complete, how precise, which versions. */
export function dataQuality(assembly: Assembly): Section {
  const { input, texts, words } = assembly;
  const { title, lead: opening } = texts.sections.dataQuality;
  return {
    id: 'data-quality',
    heading: title,
    newPage: true,
    blocks: [
      lead(opening),
      participation(assembly),
      ...(input.wave.closed ? [] : [note(words.waveStillOpen)]),
      ...flags(assembly),
      facts(versions(assembly)),
    ],
  };
}

function participation(assembly: Assembly): Block {
  const { client, texts, words, teams } = assembly;
  const { table: heads } = texts;
  const hidden = (team: ShownTeam) => client && team.n < MINIMUM_GROUP;
  const count = (n: number) => String(n);
  return table(
    words.participation,
    [
      text(heads.team),
      figures(words.invited),
      figures(words.submitted),
      ...(client ? [] : [figures(words.withdrawn)]),
      figures(words.statements),
      figures(words.flagged),
    ],
    teams.map((team) => {
      const qualities = team.members.map(({ profile }) => profile.quality);
      const answered = qualities.reduce((sum, each) => sum + each.answered, 0);
      const of = qualities.reduce((sum, each) => sum + each.of, 0);
      const flagged = qualities.filter((each) => each.flags.length > 0).length;
      return [
        team.name,
        count(team.participation.invited),
        hidden(team) ? words.fewerThan(MINIMUM_GROUP) : count(team.participation.submitted),
        ...(client ? [] : [count(team.participation.withdrawn)]),
        hidden(team) || of === 0 ? '–' : `${count(answered)} / ${count(of)}`,
        hidden(team) ? '–' : count(flagged),
      ];
    }),
    teams.filter((team) => team.shown).map(({ source }) => source),
    client ? [2.6, 1.6, 1.6, 2.6, 2.2] : [2.2, 1.6, 1.6, 2.1, 2.6, 2.2],
  );
}

/** Notes on answering, counted over all teams shown; never whose. */
function flags({ texts, teams }: Assembly): readonly Block[] {
  const words = texts.dataQuality;
  const profiles = teams
    .filter((team) => team.shown)
    .flatMap((team) => team.members.map(({ profile }) => profile));
  const counts = new Map<QualityFlag['flag'], number>();
  for (const { quality } of profiles)
    for (const { flag } of quality.flags) counts.set(flag, (counts.get(flag) ?? 0) + 1);
  const flagged = profiles.filter(({ quality }) => quality.flags.length > 0).length;
  const imported = profiles.some(({ provenance }) => provenance.source !== 'answers');
  return [
    ...(imported ? [paragraph(words.imported)] : []),
    paragraph(flagged === 0 ? words.noFlags : words.flagged({ count: flagged, n: profiles.length })),
    ...(flagged === 0
      ? []
      : [
          paragraph(words.flagsLead),
          list(
            [...counts].map(
              ([flag, n]) => `${words.flags[flag].title} (${String(n)}): ${words.flags[flag].text}`,
            ),
          ),
        ]),
  ];
}

function versions(assembly: Assembly): readonly Fact[] {
  const { input, texts, words, lang, day, number, sources } = assembly;
  const { instrument, norm, logPosition } = input;
  const [source] = Object.values(sources);
  const said = texts.dataQuality;
  const origin = said.origins[instrument.id] ?? instrument;
  return [
    split(said.instrument({ title: instrument.title[lang], version: instrument.version })),
    { term: words.source, text: origin.source },
    { term: words.licence, text: origin.licence },
    split(norm ? said.norm({ title: norm.title[lang], version: norm.version, n: norm.n }) : said.noNorm),
    ...(norm
      ? [
          { term: words.population, text: norm.population[lang] },
          ...precision(assembly),
          { term: words.collected, text: `${day(norm.collected.from)} – ${day(norm.collected.to)}` },
        ]
      : []),
    ...(norm?.provisional
      ? [split(`${texts.howToRead.provisional.title}: ${texts.howToRead.provisional.text}`)]
      : []),
    ...(source
      ? [
          split(
            said.bandRule({
              id: source.bandRule.id,
              version: source.bandRule.version,
              cut: number(source.bandRule.cut),
            }),
          ),
          split(said.scoring({ version: source.scoring })),
        ]
      : []),
    { term: words.position, text: logPosition },
  ];
}

/** A sentence "term: text" as a fact. */
const split = (sentence: string): Fact => {
  const [term = '', ...rest] = sentence.split(': ');
  return { term, text: rest.join(': ') };
};

const FACTOR = 1.96;

/** How precisely one person is measured, over the motives of the questionnaire. */
function precision({ input, texts, number }: Assembly): readonly Fact[] {
  const alphas = (input.norm?.scales ?? []).map(({ reliability }) => reliability);
  if (alphas.length === 0) return [];
  const [low, high] = [Math.min(...alphas), Math.max(...alphas)];
  const reach = (alpha: number) => number(FACTOR * standardErrorOfMeasurement(1, alpha));
  return [
    split(
      texts.dataQuality.precision({
        alpha: { low: number(low, 2), high: number(high, 2) },
        reach: { low: reach(high), high: reach(low) },
      }),
    ),
  ];
}

/** What the report is not. */
export function limits({ texts }: Assembly): Section {
  const { title, lead: opening } = texts.sections.limits;
  return { id: 'limits', heading: title, newPage: false, blocks: [lead(opening), list(texts.limits)] };
}

/** Words that a client's copy does not use. */
const COACH_ONLY = new Set(['translator', 'faultline', 'release']);

/** The motives of this questionnaire with both poles, and the words of the report. */
export function glossary(assembly: Assembly): Section {
  const { client, texts, words, motives, textsOf, lang } = assembly;
  const { title, lead: opening } = texts.sections.glossary;
  return {
    id: 'glossary',
    heading: title,
    newPage: true,
    blocks: [
      lead(opening),
      {
        kind: 'facts',
        dense: true,
        facts: Object.entries(texts.glossary)
          .filter(([id]) => !client || !COACH_ONLY.has(id))
          .map(([, { title: term, text: said }]) => ({ term, text: said })),
      },
      heading(2, words.motives),
      table(
        words.motives,
        [text(texts.table.motive), text(texts.table.bluePole), text(texts.table.redPole), text(words.about)],
        motives.map(({ id, name, low, high }) => [name, low, high, textsOf(id)?.about[lang] ?? '']),
        [],
        [2, 2.4, 2.4, 5],
      ),
    ],
  };
}
