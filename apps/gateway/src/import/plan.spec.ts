import { describe, expect, it } from '@jest/globals';
import { bfi25 } from '@rapport/content';
import type { ClientId, EngagementId, WaveId } from '@rapport/domain';
import { DEFAULT_BAND_RULE } from '@rapport/psychometrics';
import { planImport, type Directory } from './plan.js';
import type { ImportedParticipant } from './participants.js';

const id = (kind: string) => `${kind}0000000-0000-4000-8000-000000000001`;
const COMMAND = id('7');
const NOW = '2026-03-01T09:00:00.000Z';
const KNOWN = id('a');
const SALES = id('d');

const directory: Directory = {
  clientId: id('b') as ClientId,
  engagementId: id('c') as EngagementId,
  wave: {
    waveId: id('e') as WaveId,
    engagementId: id('c') as EngagementId,
    instrument: { id: bfi25.id, version: bfi25.version },
    norm: null,
    bandRule: DEFAULT_BAND_RULE,
  },
  instrument: bfi25,
  teams: [
    {
      id: SALES,
      name: 'Sales  South',
      members: [{ personId: KNOWN, validFrom: '2026-01-01', validTo: '2026-01-31' }],
    },
  ],
  entered: new Set([SALES]),
  persons: [{ id: KNOWN, email: 'Known@x.example' }],
  invited: [],
};
const row = (n: number, change: Partial<ImportedParticipant> = {}): ImportedParticipant => ({
  row: n,
  name: `Person ${n}`,
  email: `p${n}@x.example`,
  team: 'sales south',
  function: null,
  locale: 'de',
  validFrom: '2026-03-01',
  measurement: null,
  ...change,
});
const there = (change: Partial<Directory['invited'][number]>): Directory['invited'][number] => ({
  personId: KNOWN,
  assessmentId: id('f'),
  teamId: SALES,
  name: 'Kim Known',
  ...change,
});
const plan = (rows: readonly ImportedParticipant[], change: Partial<Directory> = {}) =>
  planImport(rows, { ...directory, ...change }, COMMAND, NOW);
const types = (rows: readonly ImportedParticipant[], change: Partial<Directory> = {}) =>
  plan(rows, change).commands.map(({ command }) => command.type);

const INVITED = ['InviteParticipant', 'OpenAssessment'];

describe('an import as commands', () => {
  it('registers, adds and invites a new person', () => {
    expect(types([row(2)])).toEqual(['RegisterPerson', 'AddTeamMember', ...INVITED]);
  });
  it('submits what was measured elsewhere', () => {
    const measurement = { kind: 'answers', answers: { a1: 3 }, seconds: {} } as const;
    const { commands } = plan([row(2, { measurement })]);
    expect(commands.at(-1)).toMatchObject({
      category: 'Assessment',
      command: { type: 'ImportMeasurement', measurement, now: NOW },
    });
    expect(commands.at(-1)?.id).toBe(commands.at(-2)?.id);
  });
  it('knows a person by the address and a team by the name, in any spelling', () => {
    const { commands, teams } = plan([row(2, { email: 'KNOWN@x.example', team: ' SALES south ' })]);
    expect(commands.map(({ command }) => command.type)).toEqual(['AddTeamMember', ...INVITED]);
    expect(commands[0]).toMatchObject({ id: SALES, command: { personId: KNOWN } });
    expect(teams).toEqual([{ id: SALES, name: 'Sales  South', participants: 1, exists: true }]);
  });
  it('leaves a membership that is there as it is', () => {
    const members = [{ personId: KNOWN, validFrom: '2026-01-01', validTo: null }];
    expect(
      types([row(2, { email: 'known@x.example' })], { teams: [{ id: SALES, name: 'Sales South', members }] }),
    ).toEqual(INVITED);
  });
  it('forms a team that is new, once, and enters it', () => {
    const rows = [row(2, { team: 'North' }), row(3, { team: 'north', function: 'production' })];
    const { commands, teams } = plan(rows);
    expect(
      commands.filter(({ category }) => category !== 'Assessment').map(({ command }) => command.type),
    ).toEqual([
      'FormTeam',
      'EnterTeam',
      ...['RegisterPerson', 'AddTeamMember', 'InviteParticipant'],
      ...['RegisterPerson', 'AddTeamMember', 'InviteParticipant'],
    ]);
    expect(commands[0]?.command).toMatchObject({ name: 'North', function: 'production' });
    expect(teams).toMatchObject([{ name: 'North', participants: 2, exists: false }]);
  });
  it('enters a team of the organisation that takes no part yet', () => {
    expect(types([row(2)], { entered: new Set() })[0]).toBe('EnterTeam');
  });
  it('makes the same ids of the same command, and others of another', () => {
    const ids = (command: string) =>
      planImport([row(2), row(3)], directory, command, NOW).commands.map((c) => c.id);
    expect(ids(COMMAND)).toEqual(ids(COMMAND));
    expect(new Set(ids(COMMAND)).size).toBeLessThan(ids(COMMAND).length);
    expect(ids(id('6')).filter((each) => ids(COMMAND).includes(each))).toEqual([
      SALES,
      id('e'),
      SALES,
      id('e'),
    ]);
  });
});

describe('an import that cannot be', () => {
  const found = (rows: readonly ImportedParticipant[], change: Partial<Directory> = {}) =>
    plan(rows, change).problems.map(({ row: n, column, reason }) => [n, column, reason.en]);

  it('names persons who are in the wave already', () => {
    expect(
      found([row(2, { email: 'known@x.example' })], {
        invited: [there({ assessmentId: id('f') })],
      }),
    ).toEqual([[2, 'email', 'this person is in the wave already']]);
  });
  it('names people without an address who bear the name of somebody in the wave with this team', () => {
    const nameless = [row(2, { email: null, name: 'KIM  known' }), row(3, { email: null })];
    expect(found(nameless, { invited: [there({})] })).toEqual([
      [2, 'name', expect.stringContaining('is in the wave with this team already')],
    ]);
    expect(found(nameless, { invited: [there({ teamId: id('9') })] })).toEqual([]);
    expect(found([row(2, { name: 'Kim Known' })], { invited: [there({})] })).toEqual([]);
  });
  it('is none when it is the same import again', () => {
    const email = 'known@x.example';
    const { commands } = plan([row(2, { email })]);
    const opened = commands.find(({ category }) => category === 'Assessment')!;
    const again = plan([row(2, { email })], { invited: [there({ assessmentId: opened.id })] });
    expect(again.problems).toEqual([]);
    expect(again.commands.at(-1)).toEqual(opened);
  });
  it('names what else is wrong in a row without a team', () => {
    expect(found([row(2, { team: '', email: 'a b@x' })])).toEqual([
      [2, 'email', 'must be an e-mail address'],
    ]);
  });
  it('names a column of the file, also where the function follows from the name of the team', () => {
    expect(found([row(2, { team: 'No\u0007rth' })])).toEqual([[2, 'team', 'contains control characters']]);
  });
  it('names values that the domain does not take, by their column', () => {
    const long = 'x'.repeat(121);
    expect(found([row(2, { name: long, email: 'a b@x' }), row(3, { team: long })])).toEqual([
      [2, 'name', 'must have 1 to 120 characters'],
      [2, 'email', 'must be an e-mail address'],
      [3, 'team', 'must have 1 to 120 characters'],
    ]);
  });
  it('names functions that contradict each other', () => {
    expect(found([row(2, { team: 'N', function: 'a' }), row(3, { team: 'N', function: 'b' })])).toEqual([
      [3, 'function', 'the team has another function in row 2'],
    ]);
  });
  it('names days before a membership that is there', () => {
    expect(found([row(2, { email: 'known@x.example', validFrom: '2025-12-01' })])).toEqual([
      [2, 'validFrom', expect.stringContaining('from 2026-01-01')],
    ]);
  });
});
