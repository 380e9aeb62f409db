import type { Audience, EngagementId, Locale, ReportCommand, TeamId, WaveId } from '@rapport/domain';
import { teamPersonality } from '@rapport/read-models';
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

const publishing = (type: 'ReleaseReport' | 'WithdrawReport') =>
  mutation(async ({ reportId }: { readonly reportId: string }, { context }) => {
    const permitted = await permittedIn(context, 'publish-release', 'report', reportId);
    if (!permitted) return notPermitted;
    return { id: reportId, commands: [{ category: 'Report', id: reportId, command: { type } }] };
  });

export const reportMutations = {
  requestReport,
  releaseReport: publishing('ReleaseReport'),
  withdrawReport: publishing('WithdrawReport'),
};
