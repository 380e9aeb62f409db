import type { Client } from 'graphql-ws';
import { useEffect, useRef } from 'react';
import type { Operation } from './generated.js';

let socket: Promise<Client> | null = null;

/** The protocol is loaded with the first page that follows something. */
const connect = async (): Promise<Client> => {
  const { createClient } = await import('graphql-ws');
  return createClient({
    url: new URL('/graphql', location.href.replace(/^http/u, 'ws')).href,
    lazy: true,
    retryAttempts: 20,
    shouldRetry: () => true,
  });
};

/** Ends the connection, so that the next one belongs to the next session. */
export function closeLive(): void {
  void socket?.then((client) => client.dispose());
  socket = null;
}

/** Calls `onNext` with everything a subscription sends while the component is shown. */
export function useLive<R, V extends Record<string, unknown>>(
  operation: Operation<R, V>,
  variables: V | null,
  onNext: (data: R) => void,
): void {
  const latest = useRef(onNext);
  useEffect(() => {
    latest.current = onNext;
  });
  const key = variables ? JSON.stringify(variables) : null;
  useEffect(() => {
    if (key === null) return;
    const payload = {
      operationName: operation.name,
      // The protocol wants a text; the gateway has it by the hash.
      query: '',
      extensions: { documentId: operation.id },
      variables: JSON.parse(key) as V,
    };
    let stop: (() => void) | undefined;
    let over = false;
    (socket ??= connect())
      .then((client) => {
        if (over) return;
        stop = client.subscribe<R>(payload, {
          next: ({ data }) => {
            if (data) latest.current(data);
          },
          // The page goes on with what it fetched; the next visit subscribes again.
          error: () => undefined,
          complete: () => undefined,
        });
      })
      .catch(() => (socket = null));
    return () => {
      over = true;
      stop?.();
    };
  }, [operation, key]);
}
