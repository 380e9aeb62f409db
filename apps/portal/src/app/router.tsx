import { createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { queryClient } from '../api/query-client.js';
import { NotFound } from '../components/not-found.js';
import { Pending } from '../components/pending.js';
import { only, root, signedIn } from './base-routes.js';
import { engagementRoutes } from './engagement-routes.js';
import { ProblemPage } from './problem-page.js';
import { homeOf, isAdministrator, isClient, isParticipant, isStaff, readsReports } from './roles.js';
import { oneOf, pathWithin } from './search.js';

/** Why a sign-in with the firm's account did not lead here. */
const SSO_PROBLEMS = ['stale', 'denied', 'untrusted', 'unknown-user', 'away'] as const;

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (
    search: Readonly<Record<string, unknown>>,
  ): { readonly from?: string; readonly problem?: (typeof SSO_PROBLEMS)[number] } => {
    const from = pathWithin(search['from']);
    const problem = oneOf(SSO_PROBLEMS, search['problem']);
    return { ...(from ? { from } : {}), ...(problem ? { problem } : {}) };
  },
  component: lazyRouteComponent(() => import('../features/session/sign-in.js'), 'SignInPage'),
});

const invitation = createRoute({
  getParentRoute: () => root,
  path: '/invitation',
  component: lazyRouteComponent(() => import('../features/session/invitation.js'), 'InvitationPage'),
});

const forgotPassword = createRoute({
  getParentRoute: () => root,
  path: '/forgot-password',
  component: lazyRouteComponent(() => import('../features/session/password.js'), 'ForgotPasswordPage'),
});

const setPassword = createRoute({
  getParentRoute: () => root,
  path: '/set-password',
  component: lazyRouteComponent(() => import('../features/session/password.js'), 'SetPasswordPage'),
});

const ownAccount = createRoute({
  getParentRoute: () => signedIn,
  path: '/account',
  component: lazyRouteComponent(
    () => import('../features/own-account/own-account-page.js'),
    'OwnAccountPage',
  ),
});

const signInRules = createRoute({
  getParentRoute: () => signedIn,
  path: '/sign-in-rules',
  beforeLoad: only(isAdministrator),
  component: lazyRouteComponent(
    () => import('../features/sign-in-rules/sign-in-rules-page.js'),
    'SignInRulesPage',
  ),
});

const home = createRoute({
  getParentRoute: () => signedIn,
  path: '/',
  beforeLoad: ({ context }) => {
    throw redirect({ to: homeOf(context.caller.roles) });
  },
});

const engagements = createRoute({
  getParentRoute: () => signedIn,
  path: '/engagements',
  beforeLoad: only(isStaff),
  component: lazyRouteComponent(() => import('../features/clients/engagements-page.js'), 'EngagementsPage'),
});

const clients = createRoute({
  getParentRoute: () => signedIn,
  path: '/clients',
  beforeLoad: only(isStaff),
  component: lazyRouteComponent(() => import('../features/clients/clients-page.js'), 'ClientsPage'),
});

const client = createRoute({
  getParentRoute: () => signedIn,
  path: '/clients/$clientId',
  beforeLoad: only(isStaff),
  component: lazyRouteComponent(() => import('../features/clients/client-page.js'), 'ClientPage'),
});

const accounts = createRoute({
  getParentRoute: () => signedIn,
  path: '/accounts',
  beforeLoad: only(isAdministrator),
  component: lazyRouteComponent(() => import('../features/accounts/accounts-page.js'), 'AccountsPage'),
});

const questionnaires = createRoute({
  getParentRoute: () => signedIn,
  path: '/q',
  beforeLoad: only(isParticipant),
  component: lazyRouteComponent(
    () => import('../features/participant/my-assessments.js'),
    'MyAssessmentsPage',
  ),
});

const questionnaire = createRoute({
  getParentRoute: () => signedIn,
  path: '/q/$id',
  beforeLoad: only(isParticipant),
  component: lazyRouteComponent(
    () => import('../features/participant/questionnaire.js'),
    'QuestionnairePage',
  ),
});

const result = createRoute({
  getParentRoute: () => signedIn,
  path: '/q/$id/result',
  beforeLoad: only(isParticipant),
  component: lazyRouteComponent(() => import('../features/participant/result.js'), 'ResultPage'),
});

const myData = createRoute({
  getParentRoute: () => signedIn,
  path: '/my-data',
  beforeLoad: only(isParticipant),
  component: lazyRouteComponent(() => import('../features/rights/my-data-page.js'), 'MyDataPage'),
});

const privacy = createRoute({
  getParentRoute: () => signedIn,
  path: '/privacy',
  beforeLoad: only((roles) => isStaff(roles) || isClient(roles)),
  component: lazyRouteComponent(() => import('../features/rights/privacy-page.js'), 'PrivacyPage'),
});

const erased = createRoute({
  getParentRoute: () => root,
  path: '/erased',
  component: lazyRouteComponent(() => import('../features/rights/erased-page.js'), 'ErasedPage'),
});

const clientReports = createRoute({
  getParentRoute: () => signedIn,
  path: '/client',
  beforeLoad: only(readsReports),
  component: lazyRouteComponent(() => import('../features/client/reports.js'), 'ClientReportsPage'),
});

const clientFigures = createRoute({
  getParentRoute: () => signedIn,
  path: '/client/figures',
  beforeLoad: only(isClient),
  component: lazyRouteComponent(() => import('../features/client/figures.js'), 'ClientFiguresPage'),
});

const clientParticipation = createRoute({
  getParentRoute: () => signedIn,
  path: '/client/participation',
  beforeLoad: only(isClient),
  component: lazyRouteComponent(() => import('../features/client/participation.js'), 'ParticipationPage'),
});

const clientProfile = createRoute({
  getParentRoute: () => signedIn,
  path: '/client/profiles/$assessmentId',
  beforeLoad: only(isClient),
  component: lazyRouteComponent(() => import('../features/client/shared-profile.js'), 'SharedProfilePage'),
});

const participantAndClient = [
  questionnaires,
  questionnaire,
  result,
  myData,
  privacy,
  clientReports,
  clientFigures,
  clientParticipation,
  clientProfile,
] as const;

export const router = createRouter({
  routeTree: root.addChildren([
    signIn,
    invitation,
    erased,
    forgotPassword,
    setPassword,
    signedIn.addChildren([
      home,
      engagements,
      clients,
      client,
      accounts,
      ownAccount,
      signInRules,
      engagementRoutes,
      ...participantAndClient,
    ]),
  ]),
  context: { client: queryClient },
  defaultPreload: 'intent',
  defaultPreloadStaleTime: 0,
  scrollRestoration: true,
  defaultPendingComponent: Pending,
  defaultErrorComponent: ProblemPage,
  defaultNotFoundComponent: NotFound,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
