import {
  createRootRouteWithContext,
  createRoute,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { Unauthenticated } from '../api/problems.js';
import type { queryClient } from '../api/query-client.js';
import { callerQuery } from '../api/session.js';
import { BareProblemPage, LostPage } from './bare.js';

export const root = createRootRouteWithContext<{ readonly client: typeof queryClient }>()({
  component: Outlet,
  notFoundComponent: LostPage,
});

/** Everything behind the sign-in. */
export const signedIn = createRoute({
  getParentRoute: () => root,
  id: 'signed-in',
  beforeLoad: async ({ context, location }) => {
    try {
      return { caller: await context.client.ensureQueryData(callerQuery) };
    } catch (error) {
      if (error instanceof Unauthenticated)
        throw redirect({ to: '/sign-in', search: location.href === '/' ? {} : { from: location.href } });
      throw error;
    }
  },
  component: lazyRouteComponent(() => import('./shell.js'), 'Shell'),
  errorComponent: BareProblemPage,
});
