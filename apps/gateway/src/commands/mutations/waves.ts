import {
  isComplete,
  type AssessmentId,
  type BandRuleValue,
  type PersonId,
  type TeamId,
  type Versioned,
  type WaveId,
} from '@rapport/domain';
import { DEFAULT_BAND_RULE } from '@rapport/psychometrics';
import { countToRemind, membersOn, publishedInstrument } from '@rapport/read-models';
import { permittedEngagement, permittedIn, takesPart } from '../access.js';
import { idFrom, isId, isVersion } from '../ids.js';
import { invitation, type WaveContext } from '../invitation.js';
import { mutation, notPermitted } from '../mutation.js';
import { invalidField } from '../refusals.js';

interface Input<T> {
  readonly input: T;
}

interface OpenWaveInput {
  readonly engagementId: string;
  readonly title: string;
  readonly instrumentId: string;
  readonly instrumentVersion: string;
  readonly normId?: string | null;
  readonly normVersion?: string | null;
  readonly opensOn: string;
  readonly closesOn: string;
  readonly inviteMembers: boolean;
}

const openWave = mutation(async ({ input }: Input<OpenWaveInput>, { commandId, context }) => {
  const engagement = await permittedEngagement(context, 'manage-structure', input.engagementId);
  if (!engagement) return notPermitted;
  if (engagement.closed) return { refusal: 'EngagementIsClosed' };
  const { ports, caller, loaders } = context;
  const { title, opensOn, closesOn } = input;
  const version: Versioned = { id: input.instrumentId, version: input.instrumentVersion };
  const instrument = isVersion(version) && (await publishedInstrument(ports.pool, caller, version));
  if (!instrument) return { refusal: 'InstrumentVersionUnknown', version: version.version };
  const norm: Versioned | null =
    input.normId != null && input.normVersion != null
      ? { id: input.normId, version: input.normVersion }
      : null;
  const group = norm && isVersion(norm) ? await loaders.norm.load(norm) : null;
  if (norm && (group?.instrument.id !== version.id || group.instrument.version !== version.version))
    return invalidField(
      'input.normId',
      await context.locale(),
      'ist keine Norm für diese Version des Instruments',
      'is no norm group for this version of the instrument',
    );

  const waveId = idFrom(commandId, 'wave') as WaveId;
  const bandRule: BandRuleValue = DEFAULT_BAND_RULE;
  const wave: WaveContext = {
    waveId,
    engagementId: engagement.id as WaveContext['engagementId'],
    instrument: version,
    norm,
    bandRule,
  };
  const teamIds = engagement.teams.map((team) => team.teamId);
  const members = input.inviteMembers ? await membersOn(ports.pool, caller, teamIds, opensOn) : [];
  return {
    id: waveId,
    commands: [
      {
        category: 'Wave',
        id: waveId,
        command: {
          type: 'OpenWave',
          engagementId: wave.engagementId,
          title,
          instrument: version,
          norm,
          bandRule,
          opensOn,
          closesOn,
          legalGroundRecorded: isComplete(engagement.legalGround),
        },
      },
      ...members.flatMap(({ personId, teamId }) =>
        invitation(wave, instrument, {
          personId: personId as PersonId,
          teamId: teamId as TeamId,
          assessmentId: idFrom(commandId, `assessment/${personId}`) as AssessmentId,
        }),
      ),
    ],
  };
});

interface InviteParticipantInput {
  readonly waveId: string;
  readonly personId: string;
  readonly teamId: string;
}

const inviteParticipant = mutation(
  async ({ input }: Input<InviteParticipantInput>, { commandId, context }) => {
    const permitted = await permittedIn(context, 'invite-participants', 'wave', input.waveId);
    if (!permitted || !isId(input.personId)) return notPermitted;
    const { ports, caller, loaders } = context;
    const [wave, engagement, person] = await Promise.all([
      loaders.wave.load(input.waveId),
      loaders.engagement.load(permitted.engagementId),
      loaders.person.load(input.personId),
    ]);
    if (!wave || !engagement || person?.clientId !== permitted.clientId) return notPermitted;
    if (!takesPart(engagement, input.teamId)) return notPermitted;
    const instrument = await publishedInstrument(ports.pool, caller, wave.instrument);
    if (!instrument) return { refusal: 'InstrumentVersionUnknown', version: wave.instrument.version };
    const { engagementId, norm, bandRule } = wave;
    const about = {
      waveId: input.waveId as WaveId,
      engagementId,
      instrument: wave.instrument,
      norm,
      bandRule,
    };
    const assessmentId = idFrom(commandId, 'assessment') as AssessmentId;
    return {
      id: assessmentId,
      commands: invitation(about, instrument, {
        personId: person.id as PersonId,
        teamId: input.teamId,
        assessmentId,
      }),
    };
  },
);

/** The mails follow from the event: profiling writes the job down with its checkpoint. */
const sendInvitations = mutation(async ({ waveId }: { waveId: string }, { context }) => {
  const permitted = await permittedIn(context, 'invite-participants', 'wave', waveId);
  if (!permitted) return notPermitted;
  const count = await countToRemind(context.ports.pool, context.caller, waveId);
  return {
    id: waveId,
    commands: [{ category: 'Wave', id: waveId, command: { type: 'RemindParticipants', count } }],
  };
});

const closeWave = mutation(async ({ waveId }: { waveId: string }, { context }) => {
  const permitted = await permittedIn(context, 'manage-structure', 'wave', waveId);
  if (!permitted) return notPermitted;
  return { id: waveId, commands: [{ category: 'Wave', id: waveId, command: { type: 'CloseWave' } }] };
});

export const waveMutations = { openWave, inviteParticipant, sendInvitations, closeWave };
