import type { Caller, Locale } from '@rapport/domain';
import type { InstrumentDocument, NormGroup } from '@rapport/psychometrics';
import * as queries from '@rapport/read-models';
import type { Page, PageRequest } from '@rapport/read-models';
import DataLoader from 'dataloader';
import type pg from 'pg';

/**
 * Everything a list may ask for once a row, asked for once a request. Loaders live as long as one request and know
 * one caller, so nothing that one person may see is ever remembered for another.
 */
export function createLoaders(pool: pg.Pool, caller: Caller) {
  const byId = <Row extends { readonly id: string }>(
    load: (pool: pg.Pool, caller: Caller, ids: readonly string[]) => Promise<readonly Row[]>,
  ) =>
    new DataLoader<string, Row | null>(async (ids) => {
      const rows = new Map((await load(pool, caller, ids)).map((row) => [row.id, row]));
      return ids.map((id) => rows.get(id) ?? null);
    });

  const byVersion = <Document extends { readonly id: string; readonly version: string }>(
    load: (
      pool: pg.Pool,
      caller: Caller,
      keys: readonly queries.VersionKey[],
    ) => Promise<readonly Document[]>,
  ) =>
    new DataLoader<queries.VersionKey, Document | null, string>(
      async (keys) => {
        const found = await load(pool, caller, keys);
        return keys.map((key) => found.find((d) => d.id === key.id && d.version === key.version) ?? null);
      },
      { cacheKeyFn: ({ id, version }) => `${id}@${version}` },
    );

  /** Pages of the same list under many parents: one statement for all that ask for the same part of it. */
  const pages = <Node>(
    load: (
      pool: pg.Pool,
      caller: Caller,
      parents: readonly string[],
      request: PageRequest,
    ) => Promise<ReadonlyMap<string, Page<Node>>>,
  ) =>
    new DataLoader<PageOf, Page<Node>, string>(
      async (asked) => {
        const parts = new Map<string, PageOf[]>();
        for (const each of asked) parts.set(partOf(each), [...(parts.get(partOf(each)) ?? []), each]);
        const answers = new Map<PageOf, Page<Node> | Error>();
        for (const group of parts.values()) {
          const { first, after } = group[0]!;
          const parents = [...new Set(group.map((each) => each.parent))];
          const answer = await load(pool, caller, parents, { first, after }).catch((error: Error) => error);
          for (const each of group)
            answers.set(each, answer instanceof Error ? answer : answer.get(each.parent)!);
        }
        return asked.map((each) => answers.get(each)!);
      },
      { cacheKeyFn: (each) => `${each.parent} ${partOf(each)}` },
    );

  let firmLocale: Promise<Locale> | undefined;
  return {
    clientOrganisation: byId(queries.clientOrganisationsById),
    engagement: byId(queries.engagementsById),
    team: byId(queries.teamsById),
    wave: byId(queries.wavesById),
    person: byId(queries.personsById),
    userName: new DataLoader<string, string | null>(async (ids) => {
      const names = await queries.userNames(pool, caller, ids);
      return ids.map((id) => names.get(id) ?? null);
    }),
    waveProgress: new DataLoader<string, queries.WaveProgress | null>(async (ids) => {
      const progress = await queries.progressOfWaves(pool, caller, ids);
      return ids.map((id) => progress.get(id) ?? null);
    }),
    instrument: byVersion<InstrumentDocument>(queries.instrumentsByKey),
    norm: byVersion<NormGroup>(queries.normGroupsByKey),
    teamsOfClient: pages(queries.teamsOfClients),
    engagementsOfClient: pages(queries.engagementsOfClients),
    wavesOfEngagement: pages(queries.wavesOfEngagements),
    agreementsOfEngagement: pages(queries.agreementsOfEngagements),
    reportsOfEngagement: pages(queries.reportsOfEngagements),
    firmLocale: (): Promise<Locale> =>
      (firmLocale ??= queries.me(pool, caller).then((me) => me?.firm.locale ?? 'en')),
  };
}

export type Loaders = ReturnType<typeof createLoaders>;

interface PageOf extends PageRequest {
  readonly parent: string;
}

const partOf = ({ first, after }: PageRequest): string => `${first} ${after ?? ''}`;
