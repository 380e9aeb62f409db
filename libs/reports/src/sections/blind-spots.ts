import { blindSpotModel, listOf } from '@rapport/charts';
import type { BlindSpot } from '@rapport/psychometrics';
import type { Assembly, ShownTeam } from '../assembly.js';
import type { Block, Section } from '../document.js';
import type { Comparison } from './comparisons.js';
import {
  chart,
  figures,
  heading,
  lead,
  list,
  opening,
  paragraph,
  questions,
  table,
  words as text,
} from './blocks.js';

const PAIRS = 6;
const byGap = (spots: readonly BlindSpot[]) => [...spots].sort((x, y) => y.gap - x.gap);

/** Where members stand on opposite sides: with names for the coach where released, as counts for the client. */
export function blindSpots(assembly: Assembly, comparisons: readonly Comparison[]): readonly Section[] {
  const { texts, teams } = assembly;
  const { title, lead: first, questions: asked } = texts.sections.blindSpots;
  const shown = teams.filter((team) => team.shown && team.n > 1);
  if (shown.length === 0) return [];
  return [
    {
      id: 'blind-spots',
      heading: title,
      newPage: true,
      blocks: [
        lead(first),
        ...shown.flatMap((team) => teamSpots(assembly, team)),
        ...comparisons.flatMap((pair) => translators(assembly, pair)),
        ...questions(assembly, asked),
      ],
    },
  ];
}

function teamSpots(assembly: Assembly, team: ShownTeam): readonly Block[] {
  const { client, texts, words, motives, nameOf, poleOf } = assembly;
  const { blindSpots: spots, teamBlindSpots } = team.shown!;
  const opposite = new Set(spots.map(({ motive }) => motive));
  return [
    heading(2, team.name),
    opening(words.oppositeCount({ count: opposite.size, of: motives.length })),
    ...(client ? askEachOther(assembly, opposite) : pairs(assembly, team)),
    ...(teamBlindSpots.length === 0
      ? []
      : [
          list(
            teamBlindSpots.map(
              ({ motive, side }) => `${nameOf(motive)}: ${poleOf(motive, side === 'red' ? 'blue' : 'red')}`,
            ),
            texts.sentences.teamBlindSpotLead({ n: team.n }),
          ),
        ]),
  ];
}

const QUESTIONS = 3;

/** For a client: the question that belongs to the motive, and nobody in it. */
function askEachOther(
  { textsOf, lang, motives, words }: Assembly,
  opposite: ReadonlySet<string>,
): readonly Block[] {
  const asked = motives
    .filter(({ id }) => opposite.has(id))
    .flatMap(({ id, name }) => {
      const written = textsOf(id);
      return written ? [`${name}: ${written.constellations['red-blue'].persons.question[lang]}`] : [];
    })
    .slice(0, QUESTIONS);
  return asked.length === 0 ? [] : [list(asked, words.perMotive)];
}

/** For a coach: everybody who released the own profile against each other, and the widest pairs in words. */
function pairs(assembly: Assembly, team: ShownTeam): readonly Block[] {
  const { texts, words, motives } = assembly;
  const { open, n } = team;
  if (open.length < 2) return [paragraph(words.onlyReleased({ shown: open.length, n }))];
  const members = open.map(({ name, profile }, index) => ({
    id: profile.member,
    code: `${team.name.charAt(0).toUpperCase()}${String(index + 1)}`,
    name,
  }));
  const model = blindSpotModel(team.shown!, { title: team.name, motives, members });
  const names = new Map(open.map(({ name, profile }) => [profile.member, name]));
  const known = team.shown!.blindSpots.filter(({ red, blue }) => names.has(red) && names.has(blue));
  return [
    ...(open.length < n ? [opening(words.onlyReleased({ shown: open.length, n }))] : []),
    chart(assembly, model, texts.captions.blindSpots({ team: team.name, n: open.length }), [team.source]),
    known.length === 0
      ? paragraph(words.noPairs)
      : widest(assembly, team, byGap(known).slice(0, PAIRS), names),
  ];
}

/** Who could mediate: only those who released their profile, only in the coach's copy. */
function translators(assembly: Assembly, { a, b, document }: Comparison): readonly Block[] {
  const { client, lang, texts, words } = assembly;
  if (client) return [];
  const lines = [
    { own: a, other: b, side: 'a' },
    { own: b, other: a, side: 'b' },
  ].flatMap(({ own, other, side }) => {
    const names = document.translators.flatMap(({ team, member }) => {
      const person = own.open.find(({ profile }) => profile.member === member);
      return team === side && person ? [person.name] : [];
    });
    if (names.length === 0) return [];
    return [texts.sentences.translators({ names: listOf(names, lang), otherTeam: other.name })];
  });
  return lines.length === 0 ? [] : [heading(2, words.translators), list(lines)];
}

function widest(
  { texts, words, nameOf, number }: Assembly,
  team: ShownTeam,
  spots: readonly BlindSpot[],
  names: ReadonlyMap<string, string>,
): Block {
  const { table: heads } = texts;
  return table(
    `${words.strongestPairs}: ${team.name}`,
    [text(heads.motive), text(heads.blue), text(heads.red), figures(heads.gap), figures(heads.limit)],
    spots.map(({ motive, red, blue, gap, limit }) => [
      nameOf(motive),
      names.get(blue) ?? '–',
      names.get(red) ?? '–',
      number(gap),
      number(limit),
    ]),
    [team.source],
    [3, 3, 3, 1.2, 1.2],
  );
}
