import type {
  AddressedCommand,
  Audience,
  EngagementId,
  Locale,
  Refusal,
  ReleaseId,
  ReleaseLedgerCommand,
  ReportCommand,
  TeamId,
  WaveId,
} from '@rapport/domain';
import {
  engagementsOf,
  freeze,
  readReportContents,
  releaseTarget,
  report,
  stillCount,
  storeRelease,
  teamPersonality,
  teamsToRelease,
  type AccessContext,
  type FoundReport,
} from '@rapport/read-models';
import type { RequestContext } from '../../graphql/context.js';
import { permittedEngagement, permittedIn, takesPart } from '../access.js';
import { idFrom, isId } from '../ids.js';
import { mutation, notPermitted } from '../mutation.js';
import { invalidField } from '../refusals.js';

interface RequestReportInput {
  readonly engagementId: string;
  readonly waveId: string;
  readonly comparedWithWaveId?: string | null;
  readonly teamIds: readonly string[];
  readonly audience: Audience;
  readonly locale: Locale;
}

const requestReport = mutation(
  async ({ input }: { readonly input: RequestReportInput }, { commandId, context }) => {
    const engagement = await permittedEngagement(context, 'request-report', input.engagementId);
    if (!engagement) return notPermitted;
    const { ports, caller, loaders } = context;
    const teamIds = [...new Set(input.teamIds)];
    if (teamIds.length < 1 || teamIds.length > 2)
      return invalidField(
        'input.teamIds',
        await context.locale(),
        'muss ein oder zwei Teams nennen',
        'must name one or two teams',
      );
    const { waveId, comparedWithWaveId = null, audience, locale } = input;
    const waveIds = [waveId, ...(comparedWithWaveId === null ? [] : [comparedWithWaveId])];
    const waves = await Promise.all(waveIds.map((id) => (isId(id) ? loaders.wave.load(id) : null)));
    if (!waves.every((wave) => wave?.engagementId === engagement.id)) return notPermitted;
    if (!teamIds.every((id) => takesPart(engagement, id))) return notPermitted;
    const shown = await Promise.all(teamIds.map((id) => teamPersonality(ports.pool, caller, waveId, id)));
    if (shown.every((team) => team === null)) return { refusal: 'NothingToReport' };
    const id = idFrom(commandId, 'report');
    const command: ReportCommand = {
      type: 'RequestReport',
      engagementId: engagement.id as EngagementId,
      clientId: engagement.clientId,
      waveId: waveId as WaveId,
      comparedWithWaveId: comparedWithWaveId as WaveId | null,
      teamIds: teamIds as TeamId[],
      audience,
      locale,
      dated: new Date().toISOString().slice(0, 10),
    };
    return { id, commands: [{ category: 'Report', id, command }] };
  },
);

/** What the client gets is on the ledger, with everyone behind it, in the same breath as the file is opened to them. */
const releaseReport = mutation(async ({ reportId }: { readonly reportId: string }, { context }) => {
  const permitted = await permittedIn(context, 'publish-release', 'report', reportId);
  const row = permitted && (await report(context.ports.pool, context.caller, reportId));
  if (!permitted) return notPermitted;
  const command: AddressedCommand = {
    category: 'Report',
    id: reportId,
    command: { type: 'ReleaseReport' },
  };
  const published = await publicationOf(reportId, row, permitted, context);
  if ('refusal' in published) return published;
  return { id: reportId, commands: [...published, command] };
});

/** None where the report itself will refuse: it is not issued, or the coach's own. */
async function publicationOf(
  reportId: string,
  row: FoundReport | null,
  { clientId, engagementId, smallestGroup }: AccessContext,
  { ports, caller }: RequestContext,
): Promise<readonly AddressedCommand[] | Refusal> {
  if (row && (row.audience === 'coach' || row.status !== 'issued')) return [];
  const contents = await readReportContents(ports.pool, caller.tenantId, reportId);
  if (!contents?.contentHash) return { refusal: 'ReportOutdated' };
  const { cells, contentHash } = contents;
  if (cells.length === 0) return { refusal: 'NothingToReport' };
  if (!(await stillCount(ports.pool, caller.tenantId, cells))) return { refusal: 'ReportOutdated' };
  const waveId = row?.waveId ?? cells[0]!.waveId;
  const command: ReleaseLedgerCommand = {
    type: 'PublishRelease',
    releaseId: reportId as ReleaseId,
    ...{ engagementId, waveId, k: smallestGroup, cells, contentHash },
    now: new Date().toISOString(),
  };
  return [{ category: 'ReleaseLedger', id: clientId, command }];
}

const withdrawReport = mutation(async ({ reportId }: { readonly reportId: string }, { context }) => {
  const permitted = await permittedIn(context, 'publish-release', 'report', reportId);
  if (!permitted) return notPermitted;
  const { ports, caller } = context;
  const known = await releaseTarget(ports.pool, caller, reportId);
  const withdrawal: AddressedCommand[] = known
    ? [
        {
          category: 'ReleaseLedger',
          id: known.clientId,
          command: {
            type: 'WithdrawRelease',
            releaseId: reportId as ReleaseId,
            reason: 'report withdrawn',
            now: new Date().toISOString(),
          },
        },
      ]
    : [];
  return {
    id: reportId,
    commands: [...withdrawal, { category: 'Report', id: reportId, command: { type: 'WithdrawReport' } }],
  };
});

interface PublishReleaseInput {
  readonly engagementId: string;
  readonly waveId: string;
  readonly teamIds: readonly string[];
}

/** Freezes the figures of teams of a wave and gives them to the client, if the ledger lets them pass. */
const publishRelease = mutation(
  async ({ input }: { readonly input: PublishReleaseInput }, { commandId, context }) => {
    const { ports, caller, loaders } = context;
    const permitted = await permittedIn(context, 'publish-release', 'engagement', input.engagementId);
    const engagement = permitted && (await loaders.engagement.load(permitted.engagementId));
    const wave = isId(input.waveId) ? await loaders.wave.load(input.waveId) : null;
    if (!permitted || !engagement || wave?.engagementId !== permitted.engagementId) return notPermitted;
    const teamIds = [...new Set(input.teamIds)];
    if (!teamIds.every((id) => takesPart(engagement, id))) return notPermitted;
    const teams = await teamsToRelease(ports.pool, caller, wave.id, teamIds);
    const { engagementId, clientId, smallestGroup: k } = permitted;
    const { cells, content, contentHash } = freeze(engagementId, k, teams);
    if (cells.length === 0) return { refusal: 'NothingToReport' };
    await storeRelease(ports.pool, caller.tenantId, { content, contentHash });
    const id = idFrom(commandId, 'release');
    const command: ReleaseLedgerCommand = {
      type: 'PublishRelease',
      releaseId: id as ReleaseId,
      waveId: wave.id as WaveId,
      ...{ engagementId, k, cells, contentHash },
      now: new Date().toISOString(),
    };
    return { id, commands: [{ category: 'ReleaseLedger', id: clientId, command }] };
  },
);

interface WithdrawReleaseInput {
  readonly releaseId: string;
  readonly reason: string;
}

/** A release that goes with a report takes the report with it. */
const withdrawRelease = mutation(
  async ({ input: { releaseId, reason } }: { readonly input: WithdrawReleaseInput }, { context }) => {
    const { ports, caller } = context;
    const known = isId(releaseId) ? await releaseTarget(ports.pool, caller, releaseId) : null;
    const permitted =
      known && (await permittedIn(context, 'publish-release', 'engagement', known.engagementId));
    if (!known || !permitted) return notPermitted;
    const [withReport] = await engagementsOf(ports.pool, caller, 'report', releaseId);
    const report: AddressedCommand[] = withReport
      ? [{ category: 'Report', id: releaseId, command: { type: 'WithdrawReport' } }]
      : [];
    const command: ReleaseLedgerCommand = {
      type: 'WithdrawRelease',
      releaseId: releaseId as ReleaseId,
      reason,
      now: new Date().toISOString(),
    };
    return {
      id: releaseId,
      commands: [{ category: 'ReleaseLedger', id: known.clientId, command }, ...report],
    };
  },
);

export const reportMutations = {
  requestReport,
  releaseReport,
  withdrawReport,
  publishRelease,
  withdrawRelease,
};
