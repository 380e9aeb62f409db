import { auditRelease, type AuditFinding } from '@rapport/psychometrics';
import { DISTRIBUTION_FROM, SMALLEST_GROUP } from '../access/may.js';
import type { Decider, Decision } from '../kernel/decider.js';
import { same } from '../kernel/same.js';
import { evolve, figuresOf, initialState } from './release-ledger.js';
import type {
  KnownRelease,
  Release,
  ReleaseLedgerCommand,
  ReleaseLedgerEvent,
  ReleaseLedgerRefusal,
  ReleaseLedgerState,
} from './release-ledger.js';

type Decided = Decision<ReleaseLedgerEvent, ReleaseLedgerRefusal>;
type Command<T extends ReleaseLedgerCommand['type']> = Extract<ReleaseLedgerCommand, { type: T }>;

/** Everything ever released to one client organisation, and whether one more release may join it. */
export const releaseLedgerDecider: Decider<
  ReleaseLedgerCommand,
  ReleaseLedgerState,
  ReleaseLedgerEvent,
  ReleaseLedgerRefusal
> = { category: 'ReleaseLedger', initialState, decide, evolve };

function decide(command: ReleaseLedgerCommand, state: ReleaseLedgerState): Decided {
  switch (command.type) {
    case 'PublishRelease':
      return publishRelease(command, releasesOf(state));
    case 'WithdrawRelease':
      return withdrawRelease(command, releasesOf(state));
  }
}

const releasesOf = (state: ReleaseLedgerState): readonly KnownRelease[] =>
  state.situation === 'Empty' ? [] : [...state.releases.values()];

function publishRelease(command: Command<'PublishRelease'>, known: readonly KnownRelease[]): Decided {
  const { type: _, now, ...asked } = command;
  const before = known.find(({ published }) => published.releaseId === asked.releaseId);
  if (before) {
    const { version, ...published } = before.published;
    if (!same(published, asked)) return { refusal: 'ReleaseAlreadyPublished' };
    return before.withdrawn ? [{ type: 'ReleasePublished', ...asked, version, publishedAt: now }] : [];
  }
  const ofWave = known.filter(
    ({ published }) => published.engagementId === asked.engagementId && published.waveId === asked.waveId,
  );
  const release: Release = { ...asked, version: ofWave.length + 1 };
  return (
    tooSmall(release) ??
    wouldIdentify(release, known) ?? [{ type: 'ReleasePublished', ...release, publishedAt: now }]
  );
}

function tooSmall({ cells, k }: Release): ReleaseLedgerRefusal | undefined {
  const needed = Math.max(SMALLEST_GROUP, k);
  const small = (atLeast: number, of: Release['cells']) =>
    of.filter(({ contributors }) => contributors.length < atLeast).map(({ id }) => id);
  const groups = small(needed, cells);
  if (groups.length > 0) return { refusal: 'GroupTooSmall', cells: unique(groups), needed };
  const forDistribution = Math.max(DISTRIBUTION_FROM, needed);
  const distributed = small(
    forDistribution,
    cells.filter(({ distribution }) => distribution),
  );
  if (distributed.length === 0) return undefined;
  return { refusal: 'GroupTooSmall', cells: unique(distributed), needed: forDistribution };
}

/** What was withdrawn still counts: it was seen. All viewers of the client are taken to put together what they know. */
function wouldIdentify(release: Release, known: readonly KnownRelease[]): ReleaseLedgerRefusal | undefined {
  const candidates = figuresOf(release);
  const released = known.flatMap(({ published }) => figuresOf(published));
  const { permitted, findings } = auditRelease(candidates, released, {
    threshold: Math.max(SMALLEST_GROUP, release.k),
  });
  if (permitted) return undefined;
  const cells = unique(findings.flatMap((finding) => cellsBehind(finding, release)));
  const persons = Math.min(...findings.map(({ people }) => people.length));
  return { refusal: 'ReleaseWouldIdentify', cells, persons };
}

/** The groups of this release that a finding speaks of: older ones are not its to give. */
const cellsBehind = ({ figures }: AuditFinding, release: Release): readonly string[] =>
  figuresOf(release).flatMap(({ id }, n) => (figures.includes(id) ? [release.cells[n]!.id] : []));

function withdrawRelease(
  { releaseId, reason, now }: Command<'WithdrawRelease'>,
  known: readonly KnownRelease[],
): Decided {
  const before = known.find(({ published }) => published.releaseId === releaseId);
  if (!before) return { refusal: 'ReleaseUnknown' };
  if (before.withdrawn) return [];
  const { engagementId } = before.published;
  return [{ type: 'ReleaseWithdrawn', releaseId, engagementId, reason, withdrawnAt: now }];
}

const unique = (ids: readonly string[]): readonly string[] => [...new Set(ids)];
