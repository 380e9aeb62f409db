import type { Refusal } from './refusal.js';

/**
 * An aggregate as two pure functions. `decide` says what happens or why it may not; an empty list means
 * "already so", which makes a repeated command harmless. `evolve` is total and never refuses.
 */
export interface Decider<C, S, E, R extends Refusal = Refusal> {
  readonly category: Category;
  readonly initialState: S;
  decide(command: C, state: S): readonly E[] | R;
  evolve(state: S, event: E): S;
}

/** First part of a stream name; never changes once events are stored under it. */
export type Category =
  | 'Firm'
  | 'ClientOrganisation'
  | 'Engagement'
  | 'Team'
  | 'Person'
  | 'Instrument'
  | 'Wave'
  | 'Assessment'
  | 'Agreement'
  | 'Report';

export const isRefusal = (decision: unknown): decision is Refusal =>
  typeof decision === 'object' && decision !== null && 'refusal' in decision;
