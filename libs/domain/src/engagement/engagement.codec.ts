import { z } from 'zod';
import { SMALLEST_GROUP } from '../access/may.js';
import { FORGOTTEN, storedEvents, type StoredVersion } from '../kernel/codec.js';
import { locale, optionalText } from '../kernel/door.js';
import { day, idOf, text } from '../kernel/ids.js';
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

const controller = z.enum(['client', 'firm', 'joint']);
const storedGround = {
  legalBasis: z.string(),
  worksCouncil: worksCouncil(z.string()),
  retentionMonths: z.int(),
};

const subject = (_: unknown, engagementId: string) => `engagement:${engagementId}`;

export const engagementVersions = [
  sealed(
    'EngagementOpened',
    1,
    z.strictObject({ clientId, title: z.string(), goal: z.string(), locale, invented: z.boolean() }),
    { fields: ['title', 'goal'], subject, forgotten: () => ({ title: FORGOTTEN, goal: FORGOTTEN }) },
  ),
  {
    type: 'LegalGroundRecorded',
    version: 1,
    schema: z.strictObject(storedGround),
    sealed: [],
    // Who controls the processing was not asked: nobody may guess it afterwards.
    raise: (ground: object) => ({ ...ground, controller: null }),
  } satisfies StoredVersion,
  clear('LegalGroundRecorded', 2, z.strictObject({ controller: controller.nullable(), ...storedGround })),
  {
    type: 'StaffAssigned',
    version: 1,
    schema: z.strictObject(assignment),
    sealed: [],
    raise: (assigned: object) => ({ ...assigned, until: null }),
  } satisfies StoredVersion,
  clear('StaffAssigned', 2, z.strictObject({ ...assignment, until: z.string().nullable() })),
  clear('StaffReleased', 1, z.strictObject(assignment)),
  sealed('TeamEntered', 1, z.strictObject({ teamId, goals: z.string(), indicators: z.string() }), {
    fields: ['goals', 'indicators'],
    subject,
    forgotten: () => ({ goals: FORGOTTEN, indicators: FORGOTTEN }),
  }),
  clear('SmallestGroupRaised', 1, z.strictObject({ smallestGroup: z.int() })),
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
    controller,
    legalBasis: text(500),
    worksCouncil: worksCouncil(text(500)),
    retentionMonths: z.int().min(1).max(120),
  }),
  z.strictObject({ type: z.literal('AssignStaff'), ...assignment, until: day.nullable() }),
  z.strictObject({ type: z.literal('ReleaseStaff'), ...assignment }),
  z.strictObject({
    type: z.literal('EnterTeam'),
    teamId,
    goals: optionalText(4000),
    indicators: optionalText(4000),
  }),
  z.strictObject({
    type: z.literal('RaiseSmallestGroup'),
    smallestGroup: z.int().min(SMALLEST_GROUP).max(1000),
  }),
  z.strictObject({ type: z.literal('CloseEngagement') }),
]);
