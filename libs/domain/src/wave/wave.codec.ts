import { z } from 'zod';
import { storedEvents } from '../kernel/codec.js';
import { bandRule, versioned } from '../kernel/door.js';
import { day, idOf, text } from '../kernel/ids.js';
import type { WaveEvent } from './wave.js';

const { clear } = storedEvents<WaveEvent>();
const engagementId = idOf<'Engagement'>();
const storedVersioned = z.strictObject({ id: z.string(), version: z.string() });

/** As it stands in the events of waves and assessments. */
export const storedScoring = {
  instrument: storedVersioned,
  norm: storedVersioned.nullable(),
  bandRule: z.strictObject({ id: z.string(), version: z.string(), cut: z.number() }),
};

const invitation = { personId: idOf<'Person'>(), teamId: idOf<'Team'>(), assessmentId: idOf<'Assessment'>() };
const dates = { opensOn: day, closesOn: day };

export const waveVersions = [
  clear('WaveOpened', 1, z.strictObject({ engagementId, title: z.string(), ...storedScoring, ...dates })),
  clear('ParticipantInvited', 1, z.strictObject({ engagementId, ...invitation })),
  clear('ParticipantsReminded', 1, z.strictObject({ engagementId, count: z.int() })),
  clear('WaveClosed', 1, z.strictObject({ engagementId })),
];

/** What the door accepts for a wave. */
export const waveCommandSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('OpenWave'),
    engagementId,
    title: text(200),
    instrument: versioned,
    norm: versioned.nullable(),
    bandRule,
    ...dates,
    legalGroundRecorded: z.boolean(),
  }),
  z.strictObject({ type: z.literal('InviteParticipant'), ...invitation }),
  z.strictObject({ type: z.literal('RemindParticipants'), count: z.int().min(0).max(100_000) }),
  z.strictObject({ type: z.literal('CloseWave') }),
]);
