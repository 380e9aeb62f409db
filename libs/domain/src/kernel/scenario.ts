import { isRefusal, type Decider } from './decider.js';
import type { DomainEventShape } from './envelope.js';
import type { Refusal } from './refusal.js';
import { same } from './same.js';

/** What a scenario may claim once its command has been decided. */
export interface Claims<E, R> {
  /** These events happen, and the same command right after them is quiet. */
  thenEvents(...expected: readonly E[]): void;
  /** These events happen, and again each time the command is given: an act, not a situation. */
  thenEventsEachTime(...expected: readonly E[]): void;
  thenRefused(expected: R): void;
  /** Already so: neither events nor a refusal. */
  thenNothing(): void;
}

/**
 * Given / when / then over one decider, for specs:
 * `scenariosOf(firmDecider)(founded).when(command).thenEvents(added)`.
 * Needs no test framework: a claim that does not hold throws with both sides spelled out. Events, states and command
 * are frozen, so that a decider that changes what it is given fails.
 */
export function scenariosOf<C, S, E extends DomainEventShape, R extends Refusal>(
  decider: Decider<C, S, E, R>,
) {
  const fold = (events: readonly E[], from: S): S =>
    events.reduce((state, event) => decider.evolve(frozen(state), frozen(event)), from);

  return (...history: readonly E[]) => ({
    when(command: C): Claims<E, R> {
      const state = frozen(fold(history, decider.initialState));
      const decision = decider.decide(frozen(command), state);
      const happened = (expected: readonly E[]): readonly E[] => {
        if (expected.length === 0) throw new Error('say thenNothing() when nothing is expected');
        claim('events', expected, decision);
        return expected;
      };
      return {
        thenEvents(...expected) {
          const again = decider.decide(command, fold(happened(expected), state));
          claim('nothing when repeated', [], again);
        },
        thenEventsEachTime(...expected) {
          claim(
            'the same events when repeated',
            expected,
            decider.decide(command, fold(happened(expected), state)),
          );
        },
        thenRefused(expected) {
          if (!isRefusal(decision))
            throw new Error(`expected a refusal, decided ${JSON.stringify(decision)}`);
          claim('a refusal', expected, decision);
        },
        thenNothing() {
          claim('nothing', [], decision);
        },
      };
    },
  });
}

function claim(what: string, expected: unknown, decided: unknown): void {
  if (!same(expected, decided))
    throw new Error(`expected ${what}: ${JSON.stringify(expected)}\ndecided: ${JSON.stringify(decided)}`);
}

function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const part of Object.values(value)) frozen(part);
  return value;
}
