import type { Refusal } from './refusal.js';

/**
 * An aggregate as two pure functions. `decide` says what happens or why it may not; an empty list means
 * "already so", which makes a repeated command harmless. `evolve` is total and never refuses.
 */
export interface Decider<C, S, E, R extends Refusal = Refusal> {
  readonly category: Category;
  readonly initialState: S;
  decide(command: C, state: S): Decision<E, R>;
  evolve(state: S, event: E): S;
}

/** What a decision answers: events in order (none: already so), or the fact that prevents it. */
export type Decision<E, R extends Refusal> = readonly E[] | R;

/** One event of a union, by its type. */
export type EventOf<E extends { readonly type: string }, T extends E['type']> = Extract<
  E,
  { readonly type: T }
>;

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
  | 'Report'
  | 'ReleaseLedger';

export const isRefusal = (decision: unknown): decision is Refusal =>
  typeof decision === 'object' && decision !== null && 'refusal' in decision;
