import { changeModel, changeTable, type ChangeModel } from '@rapport/charts';
import { teamChange, type MotiveChange, type TeamChangeDocument } from '@rapport/psychometrics';
import { MINIMUM_GROUP, type Assembly, type ShownTeam } from '../assembly.js';
import type { Block, Section, Table } from '../document.js';
import {
  chart,
  figures,
  heading,
  intervalText,
  lead,
  list,
  paragraph,
  questions,
  table,
  words as text,
} from './blocks.js';
import { notShown } from './summary.js';

export interface Change {
  readonly team: ShownTeam;
  /** `null` where the two waves cannot be laid side by side. */
  readonly document: TeamChangeDocument | null;
}

/** First against second wave of every team that this reader may see in both. */
export function changesOf({ teams }: Assembly): readonly Change[] {
  return teams.flatMap((team): Change[] => {
    const whole = { first: team.earlier?.members ?? [], second: team.members, wholeTeamOnly: false };
    const compared = team.earlier?.compared === undefined ? whole : team.earlier.compared;
    if (!team.shown || !compared) return [];
    const { first, second } = compared;
    if (Math.min(first.length, second.length) < MINIMUM_GROUP) return [];
    if (!sameVersions(first, second)) return [{ team, document: null }];
    const document = teamChange(first, second);
    return [{ team, document: compared.wholeTeamOnly ? withoutParts(document) : document }];
  });
}

const withoutParts = (document: TeamChangeDocument): TeamChangeDocument => ({
  ...document,
  motives: document.motives.map((each) => ({
    ...each,
    ...{ within: null, entry: null, exit: null, interval: null },
  })),
});

function sameVersions(first: ShownTeam['members'], second: ShownTeam['members']): boolean {
  const versions = [...first, ...second].map(({ profile: { provenance: p } }) =>
    JSON.stringify([p.instrument, p.norm?.id, p.norm?.version, p.bandRule, p.scoring]),
  );
  return new Set(versions).size === 1;
}

/** First and second wave side by side. */
export function change(assembly: Assembly, changes: readonly Change[]): readonly Section[] {
  const { input, texts, teams } = assembly;
  if (!input.comparedWave) return [];
  const { title, lead: opening, questions: asked } = texts.sections.change;
  return [
    {
      id: 'change',
      heading: title,
      newPage: true,
      blocks: [
        lead(opening),
        ...teams.flatMap((team, index) => {
          const found = changes.find((each) => each.team === team);
          return teamBlocks(assembly, team, found, index > 0);
        }),
        ...questions(assembly, asked),
      ],
    },
  ];
}

function teamBlocks(
  assembly: Assembly,
  team: ShownTeam,
  found: Change | undefined,
  newPage: boolean,
): readonly Block[] {
  const { words } = assembly;
  if (!team.shown) return [heading(2, team.name), paragraph(notShown(assembly, team))];
  if (!found) return [heading(2, team.name), paragraph(missing(assembly, team))];
  if (!found.document) return [heading(2, team.name), paragraph(words.versionsDiffer)];
  return [
    heading(2, team.name, newPage ? { newPage } : {}),
    ...picture(assembly, team, found.document),
    ...reliable(assembly, team, found.document),
  ];
}

const missing = ({ texts, words }: Assembly, team: ShownTeam): string =>
  (team.earlier?.members.length ?? 0) > 0
    ? texts.sentences.groupTooSmall({ minimum: MINIMUM_GROUP })
    : words.noComparison;

const sourcesOf = ({ source, earlierSource }: ShownTeam): readonly string[] =>
  earlierSource ? [earlierSource, source] : [source];

function modelOf({ input, motives }: Assembly, team: ShownTeam, document: TeamChangeDocument): ChangeModel {
  const waves = { first: input.comparedWave!.title, second: input.wave.title };
  return changeModel(document, { title: team.name, motives, waves });
}

function picture(assembly: Assembly, team: ShownTeam, document: TeamChangeDocument): readonly Block[] {
  const { texts } = assembly;
  const model = modelOf(assembly, team, document);
  const { stayed, joined, left } = document.n;
  return [
    chart(assembly, model, texts.captions.change({ team: team.name, stayed, joined, left }), sourcesOf(team)),
  ];
}

/** Which motives moved; how much of it came by joining and leaving is the coach's to know, being about one or two people. */
function reliable(assembly: Assembly, team: ShownTeam, document: TeamChangeDocument): readonly Block[] {
  const { client, texts, nameOf, signed, range } = assembly;
  const moved = document.motives.filter(({ finding }) => finding === 'reliable-change');
  if (moved.length === 0) {
    const little = document.motives.every(({ finding }) => finding === 'too-little-data');
    return [
      paragraph(`${team.name}: ${texts.words.change[little ? 'too-little-data' : 'no-reliable-change']}.`),
    ];
  }
  const sentence = (each: MotiveChange) =>
    client
      ? `${nameOf(each.motive)}: ${texts.words.change['reliable-change']} (${signed(each.difference)}).`
      : texts.sentences.reliableChange({
          motive: nameOf(each.motive),
          team: team.name,
          difference: signed(each.within ?? each.difference),
          interval: range(each.interval),
        });
  return [list(moved.map(sentence))];
}

/** The numbers behind a change chart, taken apart into staying, joining and leaving for the coach. */
export function changeValues(assembly: Assembly, { team, document }: Change): readonly Table[] {
  const { client, texts, nameOf, signed } = assembly;
  if (!document) return [];
  const model = modelOf(assembly, team, document);
  const finding = changeTable(model, assembly.lang).rows.map((row) => row.at(-1) ?? '–');
  const { table: heads } = texts;
  const parts = client
    ? []
    : [figures(heads.within), figures(heads.interval), figures(heads.entry), figures(heads.exit)];
  return [
    table(
      `${texts.captions.tableOf({ caption: `${model.waves.first} – ${model.waves.second}` })}, ${team.name}`,
      [
        text(heads.motive),
        figures(heads.first),
        figures(heads.second),
        figures(heads.difference),
        ...parts,
        text(heads.finding),
      ],
      document.motives.map((each, index) => [
        nameOf(each.motive),
        signed(each.first),
        signed(each.second),
        signed(each.difference),
        ...(client
          ? []
          : [
              signed(each.within),
              intervalText(assembly, each.interval),
              signed(each.entry),
              signed(each.exit),
            ]),
        finding[index] ?? '–',
      ]),
      sourcesOf(team),
      client ? [3, 1.5, 1.5, 1.8, 3] : [3, 1.3, 1.3, 2, 1.7, 2.1, 1.4, 1.5, 2.4],
    ),
  ];
}
