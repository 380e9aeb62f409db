import { isRefusal, type Decider, type Refusal } from '@rapport/domain';
import { expect } from '@jest/globals';

export interface Given<C, E, R extends Refusal> {
  when(command: C): Outcome<E, R>;
}

export interface Outcome<E, R extends Refusal> {
  /** Exactly these events, in this order. */
  then(...events: readonly E[]): void;
  /** Refused with exactly this fact and its data. */
  thenRefused(refusal: R): void;
  /** Already so: no event, no refusal. */
  thenNothing(): void;
}

/**
 * A sentence about a decider: `given(team, formed, joined).when(dissolve).then(dissolved)`.
 * Events, states and command are frozen, so a decider that changes its input fails here.
 */
export function given<C, S, E, R extends Refusal>(
  decider: Decider<C, S, E, R>,
  ...history: readonly E[]
): Given<C, E, R> {
  return {
    when(command) {
      const state = history.reduce<S>(
        (before, event) => decider.evolve(freeze(before), freeze(event)),
        decider.initialState,
      );
      const decision = decider.decide(freeze(command), freeze(state));
      return {
        then: (...events) => expect(decision).toEqual(events),
        thenRefused: (refusal) => expect(decision).toEqual(refusal),
        thenNothing: () => expect(isRefusal(decision) ? decision : [...decision]).toEqual([]),
      };
    },
  };
}

function freeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const part of Object.values(value)) freeze(part);
  return value;
}
