import { z } from 'zod';
import { storedEvents } from '../kernel/codec.js';
import { locale } from '../kernel/door.js';
import { day, idOf, text } from '../kernel/ids.js';
import type { ReportEvent } from './report.js';

const { clear } = storedEvents<ReportEvent>();
const engagementId = idOf<'Engagement'>();
const clientId = idOf<'ClientOrganisation'>();
const format = z.enum(['pdf', 'html', 'xlsx', 'json', 'csv']);

const order = {
  engagementId,
  clientId,
  waveId: idOf<'Wave'>(),
  comparedWithWaveId: idOf<'Wave'>().nullable(),
  audience: z.enum(['coach', 'client']),
  locale,
  dated: day,
};
const teamIds = z.array(idOf<'Team'>());
const storedFile = z.strictObject({ format, sha256: z.string(), bytes: z.int() });

export const reportVersions = [
  clear('ReportRequested', 1, z.strictObject({ ...order, teamIds })),
  clear(
    'ReportIssued',
    1,
    z.strictObject({ engagementId, files: z.array(storedFile), logPosition: z.string(), pages: z.int() }),
  ),
  clear('ReportFailed', 1, z.strictObject({ engagementId, reason: z.string() })),
  clear('ReportReleased', 1, z.strictObject({ engagementId, clientId })),
  clear('ReportWithdrawn', 1, z.strictObject({ engagementId, clientId })),
];

const file = z.strictObject({
  format,
  sha256: z.string().regex(/^[0-9a-f]{64}$/, 'must be a SHA-256 in lower-case hex'),
  bytes: z.int().min(1),
});

/** What the door accepts for a report. */
export const reportCommandSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('RequestReport'),
    ...order,
    teamIds: teamIds
      .min(1)
      .max(50)
      .refine((ids) => new Set(ids).size === ids.length, 'must not repeat a team'),
  }),
  z.strictObject({
    type: z.literal('IssueReport'),
    files: z.array(file).min(1).max(10),
    logPosition: z.string().max(200),
    pages: z.int().min(0).max(10_000),
  }),
  // A technical cause for the firm's own eyes; the worker keeps personal data out of it.
  z.strictObject({ type: z.literal('FailReport'), reason: text(500) }),
  z.strictObject({ type: z.literal('ReleaseReport') }),
  z.strictObject({ type: z.literal('WithdrawReport') }),
]);
