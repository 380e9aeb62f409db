import type { GroupFigure } from '@rapport/psychometrics';
import type { EngagementId, Id, PersonId, WaveId } from '../kernel/ids.js';

export type ReleaseId = Id<'Release'>;

/**
 * One group whose figures are shown: whose answers of which wave they are made of. Two groups of one wave are about the
 * same unknown values, whatever team they are called after.
 */
export interface ReleasedCell {
  readonly cut: 'organisation' | 'team' | 'stayed';
  /** The organisation's or the team's id. */
  readonly id: string;
  readonly waveId: WaveId;
  /** Sorted; each once. */
  readonly contributors: readonly PersonId[];
  /** Also how the people are distributed, or what they wrote freely: needs more of them. */
  readonly distribution: boolean;
}

/** A frozen snapshot given to the client; its numbers are stored under the hash and never computed again. */
export interface Release {
  readonly releaseId: ReleaseId;
  readonly engagementId: EngagementId;
  readonly waveId: WaveId;
  /** Counts the releases of one wave of the engagement, from 1. */
  readonly version: number;
  /** The smallest group agreed for the engagement at that time. */
  readonly k: number;
  readonly cells: readonly ReleasedCell[];
  readonly contentHash: string;
}

/** Everything ever released to one client organisation; the id of the stream is the organisation's. */
export type ReleaseLedgerEvent =
  | ({ readonly type: 'ReleasePublished'; readonly publishedAt: string } & Release)
  /** The reason is sealed under `engagement:{engagementId}`. */
  | {
      readonly type: 'ReleaseWithdrawn';
      readonly releaseId: ReleaseId;
      readonly engagementId: EngagementId;
      readonly reason: string;
      readonly withdrawnAt: string;
    };

export type ReleaseLedgerCommand =
  | ({ readonly type: 'PublishRelease'; readonly now: string } & Omit<Release, 'version'>)
  | {
      readonly type: 'WithdrawRelease';
      readonly releaseId: ReleaseId;
      readonly reason: string;
      readonly now: string;
    };

/** Counts of persons, never who: a refusal must not tell what the release would have told. */
export type ReleaseLedgerRefusal =
  | { readonly refusal: 'ReleaseUnknown' }
  | { readonly refusal: 'ReleaseAlreadyPublished' }
  /** Ids of the groups that are too small, and how many people a group must have. */
  | { readonly refusal: 'GroupTooSmall'; readonly cells: readonly string[]; readonly needed: number }
  /** With what is released already, somebody's own figures could be worked out. */
  | {
      readonly refusal: 'ReleaseWouldIdentify';
      readonly cells: readonly string[];
      /** Fewest people whose joint figure would be known; 0 when it could not be shown to be safe. */
      readonly persons: number;
    };

export interface KnownRelease {
  readonly published: Release;
  readonly withdrawn: boolean;
}

export type ReleaseLedgerState =
  | { readonly situation: 'Empty' }
  | { readonly situation: 'Kept'; readonly releases: ReadonlyMap<ReleaseId, KnownRelease> };

export const initialState: ReleaseLedgerState = { situation: 'Empty' };

export function evolve(state: ReleaseLedgerState, event: ReleaseLedgerEvent): ReleaseLedgerState {
  const known = state.situation === 'Empty' ? new Map<ReleaseId, KnownRelease>() : state.releases;
  const before = known.get(event.releaseId);
  switch (event.type) {
    case 'ReleasePublished': {
      // Published again after it was withdrawn: the same content, shown again.
      if (before)
        return {
          situation: 'Kept',
          releases: new Map(known).set(event.releaseId, { ...before, withdrawn: false }),
        };
      const { type: _, publishedAt: __, ...published } = event;
      return {
        situation: 'Kept',
        releases: new Map(known).set(event.releaseId, { published, withdrawn: false }),
      };
    }
    case 'ReleaseWithdrawn':
      if (!before) return state;
      return {
        situation: 'Kept',
        releases: new Map(known).set(event.releaseId, { ...before, withdrawn: true }),
      };
  }
}

/** The figures of a release as the audit of anonymity takes them. */
export const figuresOf = ({
  releaseId,
  cells,
}: Pick<Release, 'releaseId' | 'cells'>): readonly GroupFigure[] =>
  cells.map(({ cut, id, waveId, contributors }, n) => ({
    id: `${releaseId}/${n}/${cut}/${id}`,
    measure: waveId,
    members: contributors,
  }));
