import { z } from 'zod';
import { SMALLEST_GROUP } from '../access/may.js';
import { FORGOTTEN, storedEvents } from '../kernel/codec.js';
import { idOf, instant, text } from '../kernel/ids.js';
import type { ReleaseLedgerEvent } from './release-ledger.js';

const { clear, sealed } = storedEvents<ReleaseLedgerEvent>();
const releaseId = idOf<'Release'>();
const engagementId = idOf<'Engagement'>();
const contributors = z.array(idOf<'Person'>());

const cell = <C extends z.ZodType<readonly string[]>>(who: C) =>
  z.strictObject({
    cut: z.enum(['organisation', 'team', 'stayed']),
    id: z.string().min(1).max(100),
    waveId: idOf<'Wave'>(),
    contributors: who,
    distribution: z.boolean(),
  });
const release = {
  releaseId,
  engagementId,
  waveId: idOf<'Wave'>(),
  contentHash: z.string().regex(/^sha256:[0-9a-f]{64}$/, 'must be a SHA-256 in lower-case hex'),
};

export const releaseLedgerVersions = [
  clear(
    'ReleasePublished',
    1,
    z.strictObject({
      ...release,
      version: z.int(),
      k: z.int(),
      cells: z.array(cell(contributors)),
      publishedAt: instant,
    }),
  ),
  sealed(
    'ReleaseWithdrawn',
    1,
    z.strictObject({ releaseId, engagementId, reason: z.string(), withdrawnAt: instant }),
    {
      fields: ['reason'],
      subject: (event) => `engagement:${event.engagementId}`,
      forgotten: () => ({ reason: FORGOTTEN }),
    },
  ),
];

const sorted = contributors
  .max(10_000)
  .refine((ids) => ids.every((id, n) => n === 0 || ids[n - 1]! < id), 'must be sorted and name nobody twice');

/** What the door accepts for a release ledger. */
export const releaseLedgerCommandSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('PublishRelease'),
    ...release,
    k: z.int().min(SMALLEST_GROUP).max(1000),
    cells: z.array(cell(sorted)).min(1).max(200),
    now: instant,
  }),
  z.strictObject({ type: z.literal('WithdrawRelease'), releaseId, reason: text(500), now: instant }),
]);
