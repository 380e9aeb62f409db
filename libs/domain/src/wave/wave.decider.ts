import type { Decider, Decision } from '../kernel/decider.js';
import { same } from '../kernel/same.js';
import { evolve, initialState } from './wave.js';
import type { Invitations, WaveCommand, WaveEvent, WaveRefusal, WaveState } from './wave.js';

type Decided = Decision<WaveEvent, WaveRefusal>;
type Opened = Exclude<WaveState, { situation: 'NotOpened' }>;
type Command<T extends WaveCommand['type']> = Extract<WaveCommand, { type: T }>;

/** One measurement occasion of an engagement: who is asked, with which instrument, until when. */
export const waveDecider: Decider<WaveCommand, WaveState, WaveEvent, WaveRefusal> = {
  category: 'Wave',
  initialState,
  decide,
  evolve,
};

function decide(command: WaveCommand, state: WaveState): Decided {
  if (command.type === 'OpenWave') return openWave(command, state);
  if (state.situation === 'NotOpened') return { refusal: 'WaveUnknown' };
  switch (command.type) {
    case 'InviteParticipant':
      return inviteParticipant(command, state);
    case 'RemindParticipants':
      return remindParticipants(command, state);
    case 'CloseWave':
      return state.situation === 'Closed' ? [] : [{ type: 'WaveClosed', engagementId: engagementOf(state) }];
  }
}

function openWave(command: Command<'OpenWave'>, state: WaveState): Decided {
  const { legalGroundRecorded, type: _, ...about } = command;
  const opened = { type: 'WaveOpened', ...about } as const;
  if (state.situation !== 'NotOpened')
    return same(state.opened, opened) ? [] : { refusal: 'WaveAlreadyOpened' };
  if (!legalGroundRecorded) return { refusal: 'LegalGroundMissing' };
  const { opensOn, closesOn } = command;
  return closesOn < opensOn ? { refusal: 'WaveEndsBeforeItOpens', opensOn, closesOn } : [opened];
}

function inviteParticipant(command: Command<'InviteParticipant'>, state: Opened): Decided {
  const { personId, assessmentId } = command;
  for (const invited of each(state.invitations)) {
    if (invited.personId !== personId && invited.assessmentId !== assessmentId) continue;
    if (invited.personId === personId && invited.assessmentId === assessmentId) return [];
    // Either the person has another assessment in this wave, or the assessment is another person's.
    return {
      refusal: 'ParticipantAlreadyInvited',
      personId: invited.personId,
      assessmentId: invited.assessmentId,
    };
  }
  if (state.situation === 'Closed') return { refusal: 'WaveIsClosed' };
  return [{ ...command, type: 'ParticipantInvited', engagementId: engagementOf(state) }];
}

/** A reminder is an act, not a situation: given again, it reminds again. The command id guards against retries. */
function remindParticipants({ count }: Command<'RemindParticipants'>, state: Opened): Decided {
  if (count === 0) return [];
  if (state.situation === 'Closed') return { refusal: 'WaveIsClosed' };
  return [{ type: 'ParticipantsReminded', engagementId: engagementOf(state), count }];
}

const engagementOf = (state: Opened) => state.opened.engagementId;

function* each(invitations: Invitations | null) {
  for (let rest = invitations; rest; rest = rest.earlier) yield rest.latest;
}
