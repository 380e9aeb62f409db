import { z } from 'zod';
import { FORGOTTEN, storedEvents } from '../kernel/codec.js';
import { locale, optionalText } from '../kernel/door.js';
import { idOf, text } from '../kernel/ids.js';
import type { EngagementEvent } from './engagement.js';

const { clear, sealed } = storedEvents<EngagementEvent>();
const clientId = idOf<'ClientOrganisation'>();
const teamId = idOf<'Team'>();
const assignment = { userId: idOf<'User'>(), as: z.enum(['consultant', 'coach']) };

const worksCouncil = <T extends z.ZodType<string>>(prose: T) =>
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('agreed'), reference: prose }),
    z.strictObject({ kind: z.literal('none') }),
    z.strictObject({ kind: z.literal('not-applicable'), reason: prose }),
  ]);

const subject = (_: unknown, engagementId: string) => `engagement:${engagementId}`;

export const engagementVersions = [
  sealed(
    'EngagementOpened',
    1,
    z.strictObject({ clientId, title: z.string(), goal: z.string(), locale, invented: z.boolean() }),
    { fields: ['title', 'goal'], subject, forgotten: () => ({ title: FORGOTTEN, goal: FORGOTTEN }) },
  ),
  clear(
    'LegalGroundRecorded',
    1,
    z.strictObject({
      legalBasis: z.string(),
      worksCouncil: worksCouncil(z.string()),
      retentionMonths: z.int(),
    }),
  ),
  clear('StaffAssigned', 1, z.strictObject(assignment)),
  clear('StaffReleased', 1, z.strictObject(assignment)),
  sealed('TeamEntered', 1, z.strictObject({ teamId, goals: z.string(), indicators: z.string() }), {
    fields: ['goals', 'indicators'],
    subject,
    forgotten: () => ({ goals: FORGOTTEN, indicators: FORGOTTEN }),
  }),
  clear('EngagementClosed', 1, z.strictObject({})),
];

/** What the door accepts for an engagement. */
export const engagementCommandSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('OpenEngagement'),
    clientId,
    title: text(200),
    goal: text(4000),
    locale,
    invented: z.boolean(),
  }),
  z.strictObject({
    type: z.literal('RecordLegalGround'),
    legalBasis: text(500),
    worksCouncil: worksCouncil(text(500)),
    retentionMonths: z.int().min(1).max(120),
  }),
  z.strictObject({ type: z.literal('AssignStaff'), ...assignment }),
  z.strictObject({ type: z.literal('ReleaseStaff'), ...assignment }),
  z.strictObject({
    type: z.literal('EnterTeam'),
    teamId,
    goals: optionalText(4000),
    indicators: optionalText(4000),
  }),
  z.strictObject({ type: z.literal('CloseEngagement') }),
]);
