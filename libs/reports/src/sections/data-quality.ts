import type { QualityFlag } from '@rapport/psychometrics';
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
    texts.sections.dataQuality.title,
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

function versions({ input, texts, words, lang, day, number, sources }: Assembly): readonly Fact[] {
  const { instrument, norm, logPosition } = input;
  const [source] = Object.values(sources);
  const said = texts.dataQuality;
  const split = (sentence: string): Fact => {
    const [term = '', ...rest] = sentence.split(': ');
    return rest.length === 0 ? { term: words.source, text: sentence } : { term, text: rest.join(': ') };
  };
  return [
    split(said.instrument({ title: instrument.title[lang], version: instrument.version })),
    { term: words.source, text: instrument.source },
    { term: words.licence, text: instrument.licence },
    split(norm ? said.norm({ title: norm.title[lang], version: norm.version, n: norm.n }) : said.noNorm),
    ...(norm
      ? [
          { term: words.population, text: norm.population[lang] },
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

/** What the report is not. */
export function limits({ texts }: Assembly): Section {
  const { title, lead: opening } = texts.sections.limits;
  return { id: 'limits', heading: title, newPage: false, blocks: [lead(opening), list(texts.limits)] };
}

/** The motives of this questionnaire with both poles, and the words of the report. */
export function glossary(assembly: Assembly): Section {
  const { texts, words, motives, textsOf, lang } = assembly;
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
        facts: Object.values(texts.glossary).map(({ title: term, text: said }) => ({ term, text: said })),
      },
      heading(2, words.motives, { newPage: true }),
      table(
        words.motives,
        [text(texts.table.motive), text(texts.table.bluePole), text(texts.table.redPole), text('')],
        motives.map(({ id, name, low, high }) => [name, low, high, textsOf(id)?.about[lang] ?? '']),
        [],
        [2, 2.4, 2.4, 5],
      ),
    ],
  };
}
