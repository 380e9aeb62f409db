import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Operation } from './generated.js';
import { request } from './client.js';

/** An expected no of the server, with its reason in words and, for invalid input, the fields. */
export interface Refusal {
  readonly __typename: string;
  readonly message: string;
  /** Groups a refused release fails at. */
  readonly cells?: readonly string[];
  readonly problems?: readonly { readonly field: string; readonly reason: string }[];
}

export interface Recorded {
  readonly __typename: 'Recorded';
  readonly id: string;
  readonly position: string;
}

export interface Command<V> {
  /** Sends it: the outcome, or null when it did not arrive. */
  readonly run: (variables: V) => Promise<Outcome | null>;
  readonly refusal: Refusal | null;
  /** It did not arrive or the server failed. */
  readonly error: Error | null;
  readonly pending: boolean;
  readonly reset: () => void;
}

export type Outcome = Recorded | Refusal;

export const isRecorded = (outcome: Outcome): outcome is Recorded => outcome.__typename === 'Recorded';

/** The one outcome in the answer to a mutation. */
export function outcomeOf<R extends object>(answer: R): R[keyof R] {
  const [outcome] = Object.values(answer) as R[keyof R][];
  if (outcome === undefined) throw new Error('The mutation has no outcome.');
  return outcome;
}

/** A mutation whose outcome is `Recorded` or a refusal; what is on the screen is fetched again once it is recorded. */
export function useCommand<R extends Record<keyof R, Outcome>, V>(operation: Operation<R, V>): Command<V> {
  const client = useQueryClient();
  const mutation = useMutation({
    mutationFn: async (variables: V): Promise<Outcome> => outcomeOf(await request(operation, variables)),
    onSuccess: async (outcome) => {
      if (isRecorded(outcome)) await client.invalidateQueries();
    },
  });
  const outcome = mutation.data;
  return {
    run: async (variables) => {
      try {
        return await mutation.mutateAsync(variables);
      } catch {
        return null;
      }
    },
    refusal: outcome && !isRecorded(outcome) ? outcome : null,
    error: mutation.error,
    pending: mutation.isPending,
    reset: mutation.reset,
  };
}

/** Field errors of a refusal by the names of the form: `input.terms.text` is `terms.text`. */
export const fieldErrors = (
  refusal: Refusal | null,
  fieldOf: (path: string) => string = (path) => path,
): Record<string, string> =>
  Object.fromEntries(
    (refusal?.problems ?? []).map(({ field, reason }) => [fieldOf(field.replace(/^input\./u, '')), reason]),
  );
