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
import { ProblemList, type ImportProblem } from './problems.js';

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
  readonly invited: ReadonlyMap<string, string>;
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

/** Names of teams are the same in any case and spacing. */
const folded = (name: string): string => name.normalize('NFC').replaceAll(/\s+/g, ' ').trim().toLowerCase();

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
        joining(participant, team, directory, commandId, now, problems),
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
    if (key !== '') groups.set(key, [...(groups.get(key) ?? []), participant]);
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
  directory: Directory,
  commandId: string,
  now: string,
  problems: ProblemList,
): readonly AddressedCommand[] {
  const { row, name, email, locale, validFrom, measurement } = participant;
  const address = email?.toLowerCase();
  const known = directory.persons.find(
    (person) => address !== undefined && person.email?.toLowerCase() === address,
  );
  const assessmentId = idFrom(commandId, `assessment/${row}`) as AssessmentId;
  const asked = known && directory.invited.get(known.id);
  // The assessment of this very command: the import is repeated, and answered as the first time.
  if (asked && asked !== assessmentId) {
    problems.add(
      row,
      'email',
      'Diese Person ist schon in der Erhebung',
      'this person is in the wave already',
    );
    return [];
  }
  const personId = (known?.id ?? idFrom(commandId, `person/${row}`)) as PersonId;
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
    ...(known ? [] : [register]),
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
