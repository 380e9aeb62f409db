import {
  addressedCommandSchema,
  type AddressedCommand,
  type AssessmentId,
  type ClientId,
  type EngagementId,
  type PersonId,
  type TeamId,
} from '@rapport/domain';
import type { InstrumentDocument } from '@rapport/psychometrics';
import { idFrom } from '../commands/ids.js';
import { invitation, type WaveContext } from '../commands/invitation.js';
import { reasonOf } from '../commands/problems.js';
import type { ImportedParticipant } from './participants.js';
import { folded, ProblemList, type ImportProblem } from './problems.js';

/** Who and what is there before the import. */
export interface Directory {
  readonly clientId: ClientId;
  readonly engagementId: EngagementId;
  readonly wave: WaveContext;
  readonly instrument: InstrumentDocument;
  /** Teams of the organisation. */
  readonly teams: readonly {
    readonly id: string;
    readonly name: string;
    readonly members: readonly {
      readonly personId: string;
      readonly validFrom: string;
      readonly validTo: string | null;
    }[];
  }[];
  /** Teams that take part in the engagement. */
  readonly entered: ReadonlySet<string>;
  /** Persons of the organisation with one of the addresses of the file. */
  readonly persons: readonly { readonly id: string; readonly email: string | null }[];
  /** Persons of the wave, each with the assessment. */
  readonly invited: readonly {
    readonly personId: string;
    readonly assessmentId: string;
    readonly teamId: string;
    readonly name: string;
  }[];
}

export interface PlannedTeam {
  readonly id: TeamId;
  readonly name: string;
  readonly participants: number;
  readonly exists: boolean;
}

export interface Plan {
  readonly commands: readonly AddressedCommand[];
  readonly teams: readonly PlannedTeam[];
  readonly problems: readonly ImportProblem[];
}

interface Team {
  readonly id: TeamId;
  readonly name: string;
  readonly members: Directory['teams'][number]['members'];
  readonly rows: readonly ImportedParticipant[];
  readonly exists: boolean;
}

/** Assessments of the wave: by person, and by name in a team for rows that have no address to be known by. */
interface Present {
  readonly byPerson: ReadonlyMap<string, string>;
  readonly byName: ReadonlyMap<string, string>;
}

const presentIn = ({ invited }: Directory): Present => ({
  byPerson: new Map(invited.map(({ personId, assessmentId }) => [personId, assessmentId])),
  byName: new Map(
    invited.map(({ teamId, name, assessmentId }) => [`${teamId} ${folded(name)}`, assessmentId]),
  ),
});

/**
 * What an import means as commands, in one batch: teams formed and entered, persons registered, memberships, and for
 * each participant an invitation with the measurement where there is one. Ids follow from the command id.
 */
export function planImport(
  participants: readonly ImportedParticipant[],
  directory: Directory,
  commandId: string,
  now: string,
): Plan {
  const problems = new ProblemList();
  const commands: AddressedCommand[] = [];
  const take = (row: number, named: Readonly<Record<string, string>>, some: readonly AddressedCommand[]) => {
    for (const command of some) {
      const parsed = addressedCommandSchema.safeParse(command);
      if (parsed.success) commands.push(parsed.data);
      else
        for (const issue of parsed.error.issues) {
          const field = String(issue.path[1] ?? '');
          problems.add(row, named[field] ?? null, reasonOf(issue, 'de'), reasonOf(issue, 'en'));
        }
    }
  };
  const teams = teamsOf(participants, directory, commandId);
  const persons = new Map(
    directory.persons.flatMap(({ id, email }) => (email === null ? [] : [[email.toLowerCase(), id]])),
  );
  const present = presentIn(directory);
  // Rows without a team lead to nothing, but what else is wrong with them is said too.
  for (const { row, name, email, locale, team } of participants)
    if (folded(team) === '')
      take(row, { name: 'name', email: 'email' }, [
        {
          category: 'Person',
          id: idFrom(commandId, `person/${row}`) as PersonId,
          command: { type: 'RegisterPerson', clientId: directory.clientId, name, email, locale },
        },
      ]);
  for (const team of teams) {
    const [first] = team.rows;
    refuseContradictions(team, problems);
    take(
      first?.row ?? 0,
      { name: 'team', function: first?.function ? 'function' : 'team' },
      founding(team, directory),
    );
    for (const participant of team.rows)
      take(
        participant.row,
        { name: 'name', email: 'email', validFrom: 'validFrom' },
        joining(participant, team, { ...directory, knownBy: persons, present }, commandId, now, problems),
      );
  }
  return {
    commands,
    teams: teams.map(({ id, name, exists, rows }) => ({ id, name, exists, participants: rows.length })),
    problems: problems.found,
  };
}

/** The teams of the file, matched by name with those of the organisation. */
function teamsOf(
  participants: readonly ImportedParticipant[],
  directory: Directory,
  commandId: string,
): readonly Team[] {
  const groups = new Map<string, ImportedParticipant[]>();
  for (const participant of participants) {
    const key = folded(participant.team);
    if (key === '') continue;
    const rows = groups.get(key);
    if (rows) rows.push(participant);
    else groups.set(key, [participant]);
  }
  return [...groups].map(([key, rows]) => {
    const known = directory.teams.find((team) => folded(team.name) === key);
    return known
      ? { id: known.id as TeamId, name: known.name, members: known.members, rows, exists: true }
      : // Of several spellings the first one counts.
        {
          id: idFrom(commandId, `team/${key}`) as TeamId,
          name: rows[0]?.team ?? key,
          members: [],
          rows,
          exists: false,
        };
  });
}

/** A new team has one function. */
function refuseContradictions({ exists, rows }: Team, problems: ProblemList): void {
  const [first] = rows.filter((row) => row.function !== null);
  if (exists || !first) return;
  for (const row of rows)
    if (row.function !== null && row.function !== first.function)
      problems.add(
        row.row,
        'function',
        `Das Team hat in Zeile ${first.row} eine andere Funktion`,
        `the team has another function in row ${first.row}`,
      );
}

const LONGEST_FUNCTION = 60;

/** Commands by which a team comes to be and takes part. */
function founding({ id, name, rows, exists }: Team, directory: Directory): readonly AddressedCommand[] {
  const { clientId, engagementId, entered } = directory;
  const is = rows.find((row) => row.function !== null)?.function ?? name.slice(0, LONGEST_FUNCTION);
  const form: AddressedCommand = {
    category: 'Team',
    id,
    command: { type: 'FormTeam', clientId, name, function: is },
  };
  const enter: AddressedCommand = {
    category: 'Engagement',
    id: engagementId,
    command: { type: 'EnterTeam', teamId: id, goals: '', indicators: '' },
  };
  return [...(exists ? [] : [form]), ...(entered.has(id) ? [] : [enter])];
}

/** Commands by which one participant comes into the team and the wave. */
function joining(
  participant: ImportedParticipant,
  team: Team,
  directory: Directory & { readonly knownBy: ReadonlyMap<string, string>; readonly present: Present },
  commandId: string,
  now: string,
  problems: ProblemList,
): readonly AddressedCommand[] {
  const { row, name, email, locale, validFrom, measurement } = participant;
  const { knownBy, present } = directory;
  const known = email === null ? undefined : knownBy.get(email.toLowerCase());
  const assessmentId = idFrom(commandId, `assessment/${row}`) as AssessmentId;
  // The assessment of this very command: the import is repeated, and answered as the first time.
  const isOther = (asked: string | undefined) => asked !== undefined && asked !== assessmentId;
  if (known !== undefined && isOther(present.byPerson.get(known))) {
    problems.add(
      row,
      'email',
      'Diese Person ist schon in der Erhebung',
      'this person is in the wave already',
    );
    return [];
  }
  if (email === null && isOther(present.byName.get(`${team.id} ${folded(name)}`))) {
    problems.add(
      row,
      'name',
      'In diesem Team ist schon jemand dieses Namens in der Erhebung; ist es jemand anderes, geben Sie eine E-Mail-Adresse an, oder machen Sie den Namen unterscheidbar',
      'somebody of this name is in the wave with this team already; if this is somebody else, give an e-mail address or make the names differ',
    );
    return [];
  }
  const personId = (known ?? idFrom(commandId, `person/${row}`)) as PersonId;
  const register: AddressedCommand = {
    category: 'Person',
    id: personId,
    command: { type: 'RegisterPerson', clientId: directory.clientId, name, email, locale },
  };
  const add: AddressedCommand = {
    category: 'Team',
    id: team.id,
    command: { type: 'AddTeamMember', personId, validFrom },
  };
  const measure: AddressedCommand[] =
    measurement === null
      ? []
      : [
          {
            category: 'Assessment',
            id: assessmentId,
            command: { type: 'ImportMeasurement', measurement, now },
          },
        ];
  return [
    ...(known === undefined ? [register] : []),
    ...(belongs(personId, team, participant, problems) ? [] : [add]),
    ...invitation(directory.wave, directory.instrument, { personId, teamId: team.id, assessmentId }),
    ...measure,
  ];
}

/** Whether a person is in the team already; one who is so only later, or left later, cannot join before. */
function belongs(
  personId: PersonId,
  { members }: Team,
  { row, validFrom }: ImportedParticipant,
  problems: ProblemList,
): boolean {
  const own = members.filter((member) => member.personId === personId);
  if (own.some((m) => m.validFrom <= validFrom && (m.validTo === null || validFrom <= m.validTo)))
    return true;
  const later = own.find((m) => m.validTo === null || validFrom < m.validTo);
  if (later)
    problems.add(
      row,
      'validFrom',
      `Die Person gehört dem Team ab dem ${later.validFrom} an; bitte nennen Sie diesen Tag oder einen späteren`,
      `the person is a member of the team from ${later.validFrom}; please give that day or a later one`,
    );
  return false;
}
