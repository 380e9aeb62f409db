import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import { signedIn } from './base-routes.js';

const engagement = createRoute({
  getParentRoute: () => signedIn,
  path: '/engagements/$engagementId',
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
  validateSearch: z.object({ team: z.string().optional() }),
  component: lazyRouteComponent(() => import('../features/waves/wave-page.js'), 'WavePage'),
});

const profiles = createRoute({
  getParentRoute: () => engagement,
  path: '/profiles',
  validateSearch: z.object({ wave: z.string().optional() }),
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
  validateSearch: z.object({ wave: z.string().optional(), team: z.string().optional() }),
  component: lazyRouteComponent(
    () => import('../features/personality/personality-page.js'),
    'PersonalityPage',
  ),
});

const comparison = createRoute({
  getParentRoute: () => engagement,
  path: '/comparison',
  validateSearch: z.object({
    wave: z.string().optional(),
    a: z.string().optional(),
    b: z.string().optional(),
  }),
  component: lazyRouteComponent(() => import('../features/comparison/comparison-page.js'), 'ComparisonPage'),
});

const change = createRoute({
  getParentRoute: () => engagement,
  path: '/change',
  validateSearch: z.object({
    team: z.string().optional(),
    first: z.string().optional(),
    second: z.string().optional(),
  }),
  component: lazyRouteComponent(() => import('../features/change/change-page.js'), 'ChangePage'),
});

const agreements = createRoute({
  getParentRoute: () => engagement,
  path: '/agreements',
  component: lazyRouteComponent(() => import('../features/agreements/agreements-page.js'), 'AgreementsPage'),
});

const proposal = createRoute({
  getParentRoute: () => engagement,
  path: '/agreements/new',
  validateSearch: z.object({
    kind: z.enum(['TEAM_COMPARISON', 'BLIND_SPOT', 'TEAM_PATTERN']).optional(),
    wave: z.string().optional(),
    motive: z.string().optional(),
    a: z.string().optional(),
    b: z.string().optional(),
    constellation: z.enum(['RED_RED', 'BLUE_BLUE', 'RED_BLUE']).optional(),
    text: z.string().optional(),
  }),
  component: lazyRouteComponent(() => import('../features/agreements/proposal-page.js'), 'ProposalPage'),
});

const reports = createRoute({
  getParentRoute: () => engagement,
  path: '/reports',
  component: lazyRouteComponent(() => import('../features/reports/reports-page.js'), 'ReportsPage'),
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
]);
