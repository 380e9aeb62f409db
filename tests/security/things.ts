import { randomUUID } from 'node:crypto';
import { bfi25, bfi25Norm } from '@rapport/content';
import type { AddressedCommand, AssessmentCommand, UserId } from '@rapport/domain';
import { storeReportContents, storeReportFiles } from '@rapport/read-models';
import {
  answers,
  CLIENT,
  ENGAGEMENT,
  MARKETING,
  person,
  SALES,
  USERS,
  WAVE,
} from '../../apps/gateway/src/firm.fixture.js';
import type { World } from '../../apps/gateway/src/world.fixture.js';
import { addUser, NORTH } from './people.js';

const fresh = <I extends string>() => randomUUID() as string as I;

/** New things in the firm, each there for one attempt. */
export function thingsOf(world: World) {
  const send = (...commands: readonly AddressedCommand[]) => world.send(NORTH, ...commands);

  const day = '2026-04-01';
  const engagementOf =
    (...more: Extract<AddressedCommand, { category: 'Engagement' }>['command'][]) =>
    async () => {
      const id = fresh<never>();
      const [category, clientId] = ['Engagement', CLIENT] as const;
      const commands: Extract<AddressedCommand, { category: 'Engagement' }>['command'][] = [
        { type: 'OpenEngagement', clientId, title: 'New', goal: 'Goal', locale: 'de', invented: true },
        {
          ...{ type: 'RecordLegalGround', controller: 'joint', legalBasis: 'Consent' },
          ...{ worksCouncil: { kind: 'none' }, retentionMonths: 24 },
        },
        { type: 'AssignStaff', userId: USERS.consultant, as: 'consultant', until: null },
        { type: 'AssignStaff', userId: USERS.coach, as: 'coach', until: null },
        { type: 'EnterTeam', teamId: MARKETING, goals: '', indicators: '' },
        ...more,
      ];
      await send(...commands.map((command): AddressedCommand => ({ category, id, command })));
      return id as string;
    };
  const instrument = { id: bfi25.id, version: bfi25.version };
  const waveOf = async () => {
    const engagementId = await engagementOf()();
    const id = fresh<never>();
    const command = {
      ...{ type: 'OpenWave' as const, engagementId: engagementId as never, title: 'Wave', instrument },
      norm: { id: bfi25Norm.id, version: bfi25Norm.version },
      bandRule: { id: 'half-sd', version: '1.0.0', cut: 0.5 },
      ...{ opensOn: '2026-05-01', closesOn: '2099-05-28', legalGroundRecorded: true },
    };
    await send({ category: 'Wave', id, command });
    return id as string;
  };
  const personOf = async () => {
    const personId = fresh<never>();
    await send(
      {
        category: 'Person',
        id: personId,
        command: { type: 'RegisterPerson', clientId: CLIENT, name: 'New Person', email: null, locale: 'de' },
      },
      {
        category: 'Team',
        id: MARKETING,
        command: { type: 'AddTeamMember', personId, validFrom: '2026-01-01' },
      },
    );
    return personId as string;
  };
  const userOf = (role: 'coach' | 'client-viewer') => async () => {
    const userId = fresh<UserId>();
    await send(addUser(userId, role, role === 'coach' ? null : CLIENT));
    return userId as string;
  };
  const account = (clientOrganisationId: string | null, role: string) => () => ({
    input: {
      ...{ name: 'New Account', email: `${randomUUID()}@firm.example`, roles: [role] },
      ...(clientOrganisationId && { clientOrganisationId }),
    },
  });
  const terms = { text: 'Every Monday', ownerTeamId: SALES, dueOn: '2026-05-01', reviewOn: '2026-06-01' };
  const finding = { kind: 'TEAM_PATTERN', waveId: WAVE, motive: 'openness', teamA: MARKETING };
  const agreementOf =
    (...more: Extract<AddressedCommand, { category: 'Agreement' }>['command'][]) =>
    async () => {
      const id = fresh<never>();
      const commands: Extract<AddressedCommand, { category: 'Agreement' }>['command'][] = [
        {
          ...{ type: 'ProposeAgreement', engagementId: ENGAGEMENT, text: 'Every Monday' },
          finding: {
            ...{ kind: 'team-pattern', waveId: WAVE, motive: 'openness', teamA: MARKETING, teamB: null },
            ...{ constellation: null, evidence: { difference: 1, low: null, high: null } },
          },
          ...{ owner: { kind: 'team', teamId: SALES }, dueOn: '2026-05-01', reviewOn: '2026-06-01' },
        },
        ...more,
      ];
      await send(...commands.map((command): AddressedCommand => ({ category: 'Agreement', id, command })));
      return id as string;
    };
  /** An assessment of the asking person, as far as said. */
  const assessmentOf =
    (how: 'open' | 'answered' | 'viewed', ...more: AssessmentCommand[]) =>
    async () => {
      const id = fresh<never>();
      const now = new Date().toISOString();
      const filled = answers(1, 2).map(({ command }) => command as AssessmentCommand);
      const commands: AssessmentCommand[] = [
        {
          ...{ type: 'OpenAssessment', waveId: WAVE, engagementId: ENGAGEMENT, personId: person(2) },
          ...{ teamId: fresh<never>(), instrument, norm: null },
          bandRule: { id: 'half-sd', version: '1.0.0', cut: 0.5 },
          items: bfi25.items.map((item) => item.id),
          range: { min: bfi25.response.min, max: bfi25.response.max },
        },
        ...(how === 'open' ? [] : filled),
        ...(how === 'viewed' ? [{ type: 'ViewOwnResult', now } as const] : []),
        ...more,
      ];
      await send(...commands.map((command): AddressedCommand => ({ category: 'Assessment', id, command })));
      return id as string;
    };
  const notice = { noticeVersion: '1', noticeHash: `sha256:${'a'.repeat(64)}`, locale: 'de' as const };
  const releaseOf = async () => {
    const id = fresh<never>();
    const contributors = [1, 2, 3, 4, 5, 6].map(person);
    await send({
      category: 'ReleaseLedger',
      id: CLIENT,
      command: {
        ...{ type: 'PublishRelease', releaseId: id, engagementId: ENGAGEMENT, waveId: WAVE, k: 5 },
        cells: [{ cut: 'team', id: MARKETING, waveId: WAVE, contributors, distribution: false }],
        ...{ contentHash: `sha256:${'ef'.repeat(32)}`, now: new Date().toISOString() },
      },
    });
    return id as string;
  };
  const reportOf = (released: boolean) => async () => {
    const id = fresh<never>();
    const [category, at] = ['Report', { category: 'Report', id }] as const;
    await send(
      {
        ...at,
        command: {
          ...{ type: 'RequestReport', engagementId: ENGAGEMENT, clientId: CLIENT, waveId: WAVE },
          ...{ comparedWithWaveId: null, teamIds: [MARKETING], audience: 'client', locale: 'de', dated: day },
        },
      },
      {
        category,
        id,
        command: {
          ...{ type: 'IssueReport', logPosition: '1', pages: 1 },
          files: [{ format: 'pdf', sha256: 'ab'.repeat(32), bytes: 4 }],
        },
      },
      ...(released ? [{ ...at, command: { type: 'ReleaseReport' } } as const] : []),
    );
    const contributors = [1, 2, 3, 4, 5, 6].map(person);
    await storeReportContents(world.pool, NORTH, id, {
      cells: [{ cut: 'team', id: MARKETING, waveId: WAVE, contributors, distribution: false }],
      contentHash: `sha256:${randomUUID().replaceAll('-', '').repeat(2)}`,
      individuals: [],
    });
    await storeReportFiles(world.pool, NORTH, id, [
      { format: 'pdf', sha256: 'ab'.repeat(32), content: Buffer.from('%PDF') },
    ]);
    return id as string;
  };

  return {
    day,
    engagementOf,
    instrument,
    waveOf,
    personOf,
    userOf,
    account,
    terms,
    finding,
    agreementOf,
    assessmentOf,
    notice,
    releaseOf,
    reportOf,
  };
}
