import { formatScore, profileModel } from '@rapport/charts';
import type { MotiveScore } from '@rapport/psychometrics';
import type { Assembly, ShownTeam } from '../assembly.js';
import type { Block, Section, TextGrid } from '../document.js';
import { chart, figures, heading, lead, note, paragraph, questions, table, words as text } from './blocks.js';

const WRITTEN_OUT = 3;

/** One page for everybody who released the own profile to the coach; a client's copy has no such section. */
export function individual(assembly: Assembly): readonly Section[] {
  const { client, texts, words, teams } = assembly;
  if (client) return [];
  const { title, lead: opening, questions: asked } = texts.sections.individual;
  const kept = teams.reduce((sum, { n, open, notCounted = 0 }) => sum + n + notCounted - open.length, 0);
  const people = teams.flatMap((team) => team.open.map((person) => ({ team, ...person })));
  return [
    {
      id: 'individual',
      heading: title,
      newPage: true,
      blocks: [
        lead(opening),
        ...(people.length === 0 ? [paragraph(words.noneReleased)] : [overview(assembly, people)]),
        ...(kept > 0 ? [note(texts.sentences.notReleased({ count: kept }))] : []),
        ...(people.length === 0 ? [] : [note(words.addressed), ...questions(assembly, asked)]),
        ...people.flatMap((person) => personPage(assembly, person)),
      ],
    },
  ];
}

interface Person {
  readonly team: ShownTeam;
  readonly name: string;
  readonly profile: ShownTeam['members'][number];
}

function overview(assembly: Assembly, people: readonly Person[]): Block {
  const { texts, words, nameOf } = assembly;
  return table(
    words.strongest,
    [text(texts.table.person), text(texts.table.team), text(words.strongest)],
    people.map(({ name, team, profile }) => [
      name,
      team.name,
      strongest(profile.profile.motives)
        .map((score) => `${nameOf(score.motive)} ${shownScore(assembly, score, profile)}`)
        .join(', '),
    ]),
    [...new Set(people.map(({ team }) => team.source))],
    [3, 2, 8],
  );
}

/** The most pronounced motives; balanced ones only where none is pronounced. */
function strongest(motives: readonly MotiveScore[]): readonly MotiveScore[] {
  const scored = motives
    .filter(({ value }) => value !== null)
    .sort((x, y) => Math.abs(y.value ?? 0) - Math.abs(x.value ?? 0));
  const pronounced = scored.filter(({ band }) => band !== 'balanced');
  return (pronounced.length > 0 ? pronounced : scored).slice(0, WRITTEN_OUT);
}

const shownScore = (
  { lang }: Assembly,
  { value, band }: MotiveScore,
  { profile }: Person['profile'],
): string => formatScore(value, band, profile.provenance.bandRule.cut, lang);

function personPage(assembly: Assembly, { team, name, profile }: Person): readonly Block[] {
  const { texts, motives, errorBand } = assembly;
  const model = profileModel(profile.profile, { title: name, motives });
  return [
    heading(2, `${name}, ${team.name}`, { newPage: true }),
    chart(assembly, model, texts.captions.profile({ name, errorBand }), [team.source]),
    ...wordsOf(assembly, profile),
  ];
}

/** Comes easily, costs energy, helps: the three most pronounced motives in words. */
function wordsOf(assembly: Assembly, person: Person['profile']): readonly Block[] {
  const { texts, lang, textsOf, nameOf, poleOf } = assembly;
  const chosen = strongest(person.profile.motives);
  const rows: TextGrid['rows'][number][] = [];
  const balanced: string[] = [];
  for (const score of chosen) {
    const motive = textsOf(score.motive);
    if (!motive || score.band === null) continue;
    if (score.band === 'balanced') {
      balanced.push(`${nameOf(score.motive)}: ${motive.balanced[lang]}`);
      continue;
    }
    const pole = motive[score.band === 'red' ? 'high' : 'low'];
    rows.push({
      title: `${nameOf(score.motive)}: ${poleOf(score.motive, score.band)} (${shownScore(assembly, score, person)}, ${texts.words.band[score.band]})`,
      cells: [pole.easy[lang], pole.costs[lang], pole.helps[lang]],
    });
  }
  const { easy, costs, helps } = texts.pole;
  return [
    ...(rows.length === 0 ? [] : [{ kind: 'text-grid', headings: [easy, costs, helps], rows } as const]),
    ...balanced.map(paragraph),
  ];
}

/** The released values of a team side by side, as the table of all profile charts. */
export function individualValues(assembly: Assembly, team: ShownTeam): readonly Block[] {
  const { words, texts, motives } = assembly;
  if (team.open.length === 0) return [];
  return [
    table(
      words.valuesOf({ team: team.name }),
      [text(texts.table.motive), ...team.open.map(({ name }) => figures(name.replaceAll(' ', '\n')))],
      motives.map(({ id, name }) => [
        name,
        ...team.open.map(({ profile }) => {
          const score = profile.profile.motives.find(({ motive }) => motive === id);
          return score ? shownScore(assembly, score, profile) : '–';
        }),
      ]),
      [team.source],
      [2.2, ...team.open.map(() => 1)],
    ),
  ];
}
