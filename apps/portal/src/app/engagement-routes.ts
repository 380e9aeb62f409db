import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { only, signedIn } from './base-routes.js';
import { isStaff } from './roles.js';
import { oneOf, texts } from './search.js';

const engagement = createRoute({
  getParentRoute: () => signedIn,
  path: '/engagements/$engagementId',
  beforeLoad: only(isStaff),
  component: lazyRouteComponent(() => import('../features/engagement/frame.js'), 'EngagementFrame'),
});

const overview = createRoute({
  getParentRoute: () => engagement,
  path: '/',
  component: lazyRouteComponent(() => import('../features/engagement/overview.js'), 'OverviewPage'),
});

const teams = createRoute({
  getParentRoute: () => engagement,
  path: '/teams',
  component: lazyRouteComponent(() => import('../features/teams/teams-page.js'), 'TeamsPage'),
});

const waves = createRoute({
  getParentRoute: () => engagement,
  path: '/waves',
  component: lazyRouteComponent(() => import('../features/waves/waves-page.js'), 'WavesPage'),
});

const wave = createRoute({
  getParentRoute: () => engagement,
  path: '/waves/$waveId',
  validateSearch: texts('team'),
  component: lazyRouteComponent(() => import('../features/waves/wave-page.js'), 'WavePage'),
});

const profiles = createRoute({
  getParentRoute: () => engagement,
  path: '/profiles',
  validateSearch: texts('wave'),
  component: lazyRouteComponent(() => import('../features/profiles/profiles-page.js'), 'ProfilesPage'),
});

const profile = createRoute({
  getParentRoute: () => engagement,
  path: '/profiles/$assessmentId',
  component: lazyRouteComponent(() => import('../features/profiles/profile-page.js'), 'ProfilePage'),
});

const personality = createRoute({
  getParentRoute: () => engagement,
  path: '/personality',
  validateSearch: texts('wave', 'team'),
  component: lazyRouteComponent(
    () => import('../features/personality/personality-page.js'),
    'PersonalityPage',
  ),
});

const comparison = createRoute({
  getParentRoute: () => engagement,
  path: '/comparison',
  validateSearch: texts('wave', 'a', 'b'),
  component: lazyRouteComponent(() => import('../features/comparison/comparison-page.js'), 'ComparisonPage'),
});

const change = createRoute({
  getParentRoute: () => engagement,
  path: '/change',
  validateSearch: texts('team', 'first', 'second'),
  component: lazyRouteComponent(() => import('../features/change/change-page.js'), 'ChangePage'),
});

const agreements = createRoute({
  getParentRoute: () => engagement,
  path: '/agreements',
  component: lazyRouteComponent(() => import('../features/agreements/agreements-page.js'), 'AgreementsPage'),
});

const FINDINGS = ['TEAM_COMPARISON', 'BLIND_SPOT', 'TEAM_PATTERN'] as const;
const CONSTELLATIONS = ['RED_RED', 'BLUE_BLUE', 'RED_BLUE'] as const;

/** What an agreement is proposed from. */
interface ProposalSearch extends ReturnType<
  ReturnType<typeof texts<'wave' | 'motive' | 'a' | 'b' | 'text'>>
> {
  readonly kind?: (typeof FINDINGS)[number] | undefined;
  readonly constellation?: (typeof CONSTELLATIONS)[number] | undefined;
}

const proposalSearch = (search: Readonly<Record<string, unknown>>): ProposalSearch => {
  const kind = oneOf(FINDINGS, search['kind']);
  const constellation = oneOf(CONSTELLATIONS, search['constellation']);
  return {
    ...texts('wave', 'motive', 'a', 'b', 'text')(search),
    ...(kind ? { kind } : {}),
    ...(constellation ? { constellation } : {}),
  };
};

const proposal = createRoute({
  getParentRoute: () => engagement,
  path: '/agreements/new',
  validateSearch: proposalSearch,
  component: lazyRouteComponent(() => import('../features/agreements/proposal-page.js'), 'ProposalPage'),
});

const reports = createRoute({
  getParentRoute: () => engagement,
  path: '/reports',
  component: lazyRouteComponent(() => import('../features/reports/reports-page.js'), 'ReportsPage'),
});

const releases = createRoute({
  getParentRoute: () => engagement,
  path: '/releases',
  component: lazyRouteComponent(() => import('../features/releases/releases-page.js'), 'ReleasesPage'),
});

/** One engagement and everything in it. */
export const engagementRoutes = engagement.addChildren([
  overview,
  teams,
  waves,
  wave,
  profiles,
  profile,
  personality,
  comparison,
  change,
  agreements,
  proposal,
  reports,
  releases,
]);
