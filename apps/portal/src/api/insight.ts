import { queryOptions } from '@tanstack/react-query';
import { request } from './client.js';
import { NotComparable } from './problems.js';
import {
  Motives,
  Profile,
  TeamChange,
  TeamComparison,
  TeamPersonality,
  type MotivesQuery,
  type ProfileQuery,
  type TeamChangeQuery,
  type TeamComparisonQuery,
  type TeamPersonalityQuery,
} from './generated.js';

export type MotiveTexts = MotivesQuery['motives'][number];
export type ProfileDocument = NonNullable<ProfileQuery['profile']>;
export type MotiveScore = ProfileDocument['motives'][number];
export type Personality = NonNullable<TeamPersonalityQuery['teamPersonality']>;
export type TeamMotive = Personality['motives'][number];
export type Comparison = NonNullable<TeamComparisonQuery['teamComparison']>;
export type MotiveComparison = Comparison['motives'][number];
export type Change = NonNullable<TeamChangeQuery['teamChange']>;
export type MotiveChange = Change['motives'][number];
export type Provenance = ProfileDocument['provenance'];

/** Texts of the motives; they change with a release of the product only. */
export const motivesQuery = queryOptions({
  queryKey: ['motives'],
  queryFn: async ({ signal }) => (await request(Motives, {}, signal)).motives,
  staleTime: 'static',
});

export const profileQuery = (assessmentId: string) =>
  queryOptions({
    queryKey: ['profile', assessmentId],
    queryFn: async ({ signal }) => (await request(Profile, { assessmentId }, signal)).profile,
  });

/** The own profile: asked for again until it is there, shortly after the answers were handed in. */
export const ownProfileQuery = (assessmentId: string) =>
  queryOptions({
    ...profileQuery(assessmentId),
    refetchInterval: ({ state }) => (state.data ? false : 1_500),
  });

export const personalityQuery = (waveId: string, teamId: string) =>
  queryOptions({
    queryKey: ['personality', waveId, teamId],
    queryFn: async ({ signal }) =>
      (await request(TeamPersonality, { waveId, teamId }, signal)).teamPersonality,
  });

/** Different versions behind two measurements are an answer about them, not a failure of the page. */
async function comparable<R>(result: Promise<R>): Promise<R | 'not-comparable'> {
  try {
    return await result;
  } catch (error) {
    if (error instanceof NotComparable) return 'not-comparable';
    throw error;
  }
}

export const comparisonQuery = (waveId: string, teamA: string, teamB: string) =>
  queryOptions({
    queryKey: ['comparison', waveId, teamA, teamB],
    queryFn: ({ signal }) =>
      comparable(request(TeamComparison, { waveId, teamA, teamB }, signal).then((r) => r.teamComparison)),
  });

export const changeQuery = (teamId: string, firstWaveId: string, secondWaveId: string) =>
  queryOptions({
    queryKey: ['change', teamId, firstWaveId, secondWaveId],
    queryFn: ({ signal }) =>
      comparable(
        request(TeamChange, { teamId, firstWaveId, secondWaveId }, signal).then((r) => r.teamChange),
      ),
  });
