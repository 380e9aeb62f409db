import {
  createRootRouteWithContext,
  createRoute,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import type { Role } from '../api/generated.js';
import { Unauthenticated } from '../api/problems.js';
import type { queryClient } from '../api/query-client.js';
import { callerQuery, type Caller } from '../api/session.js';
import { needTexts } from '../i18n/translations.js';
import { BareProblemPage, LostPage } from './bare.js';
import { isClient, isStaff } from './roles.js';

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
      const caller = await context.client.ensureQueryData(callerQuery);
      const inOffice = isStaff(caller.roles) || isClient(caller.roles);
      await (inOffice ? needTexts('participant', 'office') : needTexts('participant'));
      return { caller };
    } catch (error) {
      if (error instanceof Unauthenticated)
        throw redirect({ to: '/sign-in', search: location.href === '/' ? {} : { from: location.href } });
      throw error;
    }
  },
  component: lazyRouteComponent(() => import('./shell.js'), 'Shell'),
  errorComponent: BareProblemPage,
});

/** A page of one kind of caller leads all others to where they start; what they may read the server decides. */
export const only =
  (may: (roles: readonly Role[]) => boolean) =>
  ({ context }: { readonly context: { readonly caller: Caller } }): void => {
    if (!may(context.caller.roles)) throw redirect({ to: '/' });
  };
