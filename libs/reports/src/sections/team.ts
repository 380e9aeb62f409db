import { teamDotsModel, type TeamDotsModel } from '@rapport/charts';
import type { TeamMotive } from '@rapport/psychometrics';
import { MINIMUM_DISTRIBUTION, type Assembly, type ShownTeam } from '../assembly.js';
import type { Block, Section, Table } from '../document.js';
import {
  chart,
  facts,
  figures,
  heading,
  intervalText,
  lead,
  list,
  note,
  paragraph,
  questions,
  table,
  words as text,
} from './blocks.js';
import { notShown } from './summary.js';

/** The personality of each team: who it is, the picture, what is shared and where members differ. */
export function teams(assembly: Assembly): readonly Section[] {
  const compared = assembly.teams.filter(({ shown }) => shown).length > 1;
  return assembly.teams.map((team) => teamSection(assembly, team, compared));
}

/** Goals and indicators stand in the comparison where there is one. */
function teamSection(assembly: Assembly, team: ShownTeam, compared: boolean): Section {
  const { texts, words } = assembly;
  const { title, lead: opening } = texts.sections.team;
  const aims = [
    { term: words.goals, text: team.goals },
    { term: words.indicators, text: team.indicators },
  ].filter((fact) => fact.text !== '');
  return {
    id: `team-${team.id}`,
    heading: `${title}: ${team.name}`,
    newPage: true,
    blocks: [
      lead(opening),
      ...(team.notCounted ? [note(words.notCounted(team.notCounted))] : []),
      ...(aims.length > 0 && !compared ? [facts(aims)] : []),
      ...(team.shown
        ? [...picture(assembly, team), ...contrast(assembly, team)]
        : [paragraph(notShown(assembly, team))]),
    ],
  };
}

function picture(assembly: Assembly, team: ShownTeam): readonly Block[] {
  const { client, texts, words, motives, errorBand } = assembly;
  const { name, n } = team;
  const names = new Map(team.open.map((person) => [person.profile.member, person.name]));
  const dots = teamDotsModel(team.shown!, { title: name, motives, nameOf: (member) => names.get(member) });
  const caption = client
    ? team.distribution
      ? texts.captions.teamMeans({ team: name, n, errorBand })
      : words.meansOnly({ team: name, n, minimum: MINIMUM_DISTRIBUTION })
    : texts.captions.teamDots({ team: name, n });
  const released = words.onlyReleased({ shown: team.open.length, n });
  const model = client ? withoutPeople(dots, team) : withReleasedOnly(dots, team);
  return [
    chart(assembly, model, client || team.open.length === n ? caption : `${caption} ${released}`, [
      team.source,
    ]),
  ];
}

/** A client sees a mean with its error band; the middle half and the counts only of a group that hides its members. */
const withoutPeople = (model: TeamDotsModel, { distribution }: ShownTeam): TeamDotsModel => ({
  ...model,
  rows: model.rows.map((row) => ({
    ...row,
    members: [],
    quartiles: distribution ? row.quartiles : null,
    counts: distribution ? row.counts : null,
  })),
});

/** A coach sees the dots of those who released their profile; the mean and the counts are everybody's. */
const withReleasedOnly = (model: TeamDotsModel, { open }: ShownTeam): TeamDotsModel => {
  const names = new Set(open.map(({ name }) => name));
  return {
    ...model,
    rows: model.rows.map((row) => ({
      ...row,
      members: row.members.filter(({ label }) => label !== undefined && names.has(label)),
    })),
  };
};

/** For a coach on a page of its own with the numbers; a client's fits below the picture, the numbers follow at the end. */
function contrast(assembly: Assembly, team: ShownTeam): readonly Block[] {
  const { client, teams, texts } = assembly;
  const { title, lead: said, questions: asked } = texts.sections.contrast;
  const own = teams.indexOf(team) % 2 === 0 ? texts.sections.team.questions : asked;
  if (client) return [heading(2, title), ...patterns(assembly, team), ...questions(assembly, own)];
  return [
    heading(2, `${title}: ${team.name}`, { newPage: true }),
    paragraph(said),
    ...patterns(assembly, team),
    ...faultline(assembly, team),
    figuresOf(assembly, team),
    ...questions(assembly, own),
  ];
}

/** The numbers of a team as a table, where the team's own pages do not hold it. */
export const teamValues = (assembly: Assembly, team: ShownTeam): readonly Table[] =>
  assembly.client && team.shown ? [figuresOf(assembly, team)] : [];

/** Whether the team could fall into similar groups; who stands in which is nobody's to print. */
function faultline({ client, texts, number }: Assembly, team: ShownTeam): readonly Block[] {
  const { faultline: line } = team.shown!;
  if (client || 'kind' in line) return [];
  return [note(texts.sentences.faultline({ groups: line.groups.length, p: number(line.p, 2) }))];
}

function patterns(assembly: Assembly, team: ShownTeam): readonly Block[] {
  const { texts } = assembly;
  const { motives } = team.shown!;
  const shared = motives.filter(({ pattern }) => pattern === 'shared-red' || pattern === 'shared-blue');
  const split = motives.filter(({ pattern }) => pattern === 'split');
  return [
    ...(shared.length === 0 ? [] : [list(shared.map((each) => sharedLine(assembly, team, each)))]),
    ...(split.length === 0
      ? []
      : [
          paragraph(
            `${texts.sentences.splitLead}: ${split
              .map((each) => (team.distribution ? splitLine(assembly, each) : assembly.nameOf(each.motive)))
              .join(', ')}.`,
          ),
        ]),
  ];
}

function sharedLine(assembly: Assembly, team: ShownTeam, motive: TeamMotive): string {
  const { texts, nameOf, poleOf } = assembly;
  const side = motive.pattern === 'shared-red' ? 'red' : 'blue';
  const name = nameOf(motive.motive);
  const pole = poleOf(motive.motive, side);
  return team.distribution
    ? texts.sentences.shared({ motive: name, pole, count: motive.counts[side], n: motive.n })
    : `${name}: ${texts.words.pattern[side === 'red' ? 'shared-red' : 'shared-blue']} (${pole}).`;
}

const splitLine = ({ texts, nameOf }: Assembly, { motive, counts }: TeamMotive): string =>
  texts.sentences.split({ motive: nameOf(motive), red: counts.red, blue: counts.blue });

function figuresOf(assembly: Assembly, team: ShownTeam): Table {
  const { texts, nameOf, number, signed } = assembly;
  const { table: heads } = texts;
  const { distribution } = team;
  const counts = distribution ? [figures(heads.blue), figures(heads.balanced), figures(heads.red)] : [];
  return table(
    texts.captions.tableOf({ caption: `${team.name} (n = ${String(team.n)})` }),
    [
      text(heads.motive),
      figures(heads.n),
      figures(heads.mean),
      figures(heads.interval),
      figures(heads.sd),
      ...counts,
      text(heads.pattern),
    ],
    team.shown!.motives.map((motive) => [
      nameOf(motive.motive),
      String(motive.n),
      signed(motive.mean),
      intervalText(assembly, motive.interval),
      number(motive.sd),
      ...(distribution ? [motive.counts.blue, motive.counts.balanced, motive.counts.red].map(String) : []),
      texts.words.pattern[motive.pattern],
    ]),
    [team.source],
    [2.8, 0.6, 1.5, 2.2, 1.5, ...(distribution ? [0.8, 1.9, 0.8] : []), 3.6],
  );
}
