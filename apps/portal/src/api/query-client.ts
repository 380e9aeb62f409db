import { QueryClient } from '@tanstack/react-query';
import { NotYet, Unreachable } from './problems.js';

const retryable = (error: Error) => error instanceof NotYet || error instanceof Unreachable;

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      retry: (count, error) => retryable(error) && count < (error instanceof NotYet ? 10 : 2),
      retryDelay: (count, error) => (error instanceof NotYet ? 150 * (count + 1) : 800 * (count + 1)),
    },
    mutations: { retry: (count, error) => error instanceof NotYet && count < 5, retryDelay: 200 },
  },
});
