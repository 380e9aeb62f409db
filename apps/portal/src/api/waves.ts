import { queryOptions } from '@tanstack/react-query';
import { request } from './client.js';
import {
  ImportColumns,
  Instruments,
  NormGroups,
  Wave,
  WaveParticipants,
  type InstrumentsQuery,
  type WaveParticipantsQuery,
} from './generated.js';
import { usePages } from './pages.js';

export type Participant = NonNullable<WaveParticipantsQuery['wave']>['participants']['nodes'][number];
export type InstrumentListed = InstrumentsQuery['instruments']['nodes'][number];

export const waveQuery = (id: string) =>
  queryOptions({
    queryKey: ['wave', id],
    queryFn: async ({ signal }) => (await request(Wave, { id }, signal)).wave,
  });

export const useParticipants = (waveId: string, teamId: string | null) =>
  usePages<Participant>(
    ['wave', waveId, 'participants', teamId],
    async (after, signal) =>
      (await request(WaveParticipants, { id: waveId, after, teamId }, signal)).wave?.participants,
  );

/** Every published version, newest last as the server lists them. */
export const instrumentsQuery = queryOptions({
  queryKey: ['instruments'],
  queryFn: async ({ signal }) => {
    const all: InstrumentListed[] = [];
    for (let after: string | null = null; ;) {
      const { instruments }: InstrumentsQuery = await request(Instruments, { after }, signal);
      all.push(...instruments.nodes);
      if (!instruments.pageInfo.hasNextPage) return all;
      after = instruments.pageInfo.endCursor;
    }
  },
});

export const normGroupsQuery = (instrumentId: string, instrumentVersion: string) =>
  queryOptions({
    queryKey: ['norm-groups', instrumentId, instrumentVersion],
    queryFn: async ({ signal }) =>
      (await request(NormGroups, { instrumentId, instrumentVersion }, signal)).normGroups,
    enabled: instrumentId !== '',
  });

/** Which columns a file for this wave may have. */
export const importColumnsQuery = (waveId: string) =>
  queryOptions({
    queryKey: ['import-columns', waveId],
    queryFn: async ({ signal }) => (await request(ImportColumns, { waveId }, signal)).wave,
    staleTime: 'static',
  });
