import type { LegalGround } from '@rapport/domain';
import * as queries from '@rapport/read-models';
import type { AgreementRow, EngagementRow, Stored, WaveRow } from '@rapport/read-models';
import { connection, named, pageRequest, type Fields, type PageArguments } from './fields.js';

type Nothing = undefined;

export const engagementQueries: Fields<Nothing> = {
  async engagements(_, args: PageArguments & { clientOrganisationId?: string | null }, { ports, caller }) {
    const clientId = args.clientOrganisationId ?? null;
    return connection(await queries.engagements(ports.pool, caller, clientId, pageRequest(args)));
  },
  engagement: (_, { id }: { id: string }, { loaders }) =>
    named(id, (known) => loaders.engagement.load(known)),
  wave: (_, { id }: { id: string }, { loaders }) => named(id, (known) => loaders.wave.load(known)),
  agreement: (_, { id }: { id: string }, { ports, caller }) =>
    named(id, (known) => queries.agreement(ports.pool, caller, known)),
};

const engagement: Fields<Stored<EngagementRow>> = {
  clientOrganisation: ({ clientId }, _, { loaders }) => loaders.clientOrganisation.load(clientId),
  staff: ({ staff }, _, { loaders }) =>
    Promise.all(
      staff.map(async ({ userId, as, until }) => ({
        ...{ userId, as, until },
        name: await loaders.userName.load(userId),
      })),
    ).then((all) => all.filter((each) => each.name !== null)),
  async teams({ teams }, _, { loaders }) {
    const known = await loaders.team.loadMany(teams.map((each) => each.teamId));
    return teams.flatMap(({ goals, indicators }, index) => {
      const team = known[index];
      if (team instanceof Error) throw team;
      return team ? [{ team, goals, indicators }] : [];
    });
  },
  waves: async ({ id }, args: PageArguments, { loaders }) =>
    connection(await loaders.wavesOfEngagement.load({ parent: id, ...pageRequest(args) })),
  agreements: async ({ id }, args: PageArguments, { loaders }) =>
    connection(await loaders.agreementsOfEngagement.load({ parent: id, ...pageRequest(args) })),
  reports: async ({ id }, args: PageArguments, { loaders }) =>
    connection(await loaders.reportsOfEngagement.load({ parent: id, ...pageRequest(args) })),
};

const legalGround: Fields<LegalGround> = {
  worksCouncil: ({ worksCouncil }) => worksCouncil.kind,
  worksCouncilNote: ({ worksCouncil }) =>
    worksCouncil.kind === 'agreed'
      ? worksCouncil.reference
      : worksCouncil.kind === 'not-applicable'
        ? worksCouncil.reason
        : null,
};

const wave: Fields<Stored<WaveRow>> = {
  engagement: ({ engagementId }, _, { loaders }) => loaders.engagement.load(engagementId),
  instrument: (row, _, { loaders }) => loaders.instrument.load(row.instrument),
  norm: ({ norm }, _, { loaders }) => (norm === null ? null : loaders.norm.load(norm)),
  progress: ({ id }, _, { loaders }) => loaders.waveProgress.load(id),
  async participants({ id }, args: PageArguments & { teamId?: string | null }, { ports, caller }) {
    const teamId = args.teamId ?? null;
    return connection(await queries.participantsOfWave(ports.pool, caller, id, teamId, pageRequest(args)));
  },
};

const agreement: Fields<Stored<AgreementRow>> = {
  ownerTeam: ({ owner }, _, { loaders }) => (owner.kind === 'team' ? loaders.team.load(owner.teamId) : null),
  ownerPerson: ({ owner }, _, { loaders }) =>
    owner.kind === 'person' ? loaders.person.load(owner.personId) : null,
};

const finding: Fields<AgreementRow['finding']> = {
  teamA: ({ teamA }, _, { loaders }) => loaders.team.load(teamA),
  teamB: ({ teamB }, _, { loaders }) => (teamB === null ? null : loaders.team.load(teamB)),
  difference: ({ evidence }) => evidence?.difference ?? null,
  low: ({ evidence }) => evidence?.low ?? null,
  high: ({ evidence }) => evidence?.high ?? null,
};

export const engagementTypes = {
  Engagement: engagement,
  LegalGround: legalGround,
  Wave: wave,
  Agreement: agreement,
  FindingReference: finding,
};
