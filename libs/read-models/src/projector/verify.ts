import type { TenantId } from '@rapport/domain';
import type pg from 'pg';
import type { Projection } from '../projection.js';
import { inTenant } from '../tenancy.js';
import { canonicalHash, type TableHash } from './canonical-hash.js';
import {
  clearNext,
  createNext,
  dropNext,
  RebuildStopped,
  withBuilder,
  type RebuildOptions,
} from './next-tables.js';
import { build, sameVersionServes } from './rebuild.js';

export interface Verified {
  readonly tenant: TenantId;
  readonly projection: string;
  readonly live: TableHash;
  readonly rebuilt: TableHash;
  /** Streams that the live one has parked: it must differ then. */
  readonly parked: number;
}

/**
 * Builds read models anew beside those that serve, each exactly as far as the live one had come at one moment, and
 * compares every table by its hash. Changes nothing.
 */
export async function verifyProjections(
  options: RebuildOptions,
  onVerified: (verified: Verified) => void,
): Promise<void> {
  const { owner, pool, source, projections, tenant } = options;
  await withBuilder(owner, async () => {
    const unfinished = await owner.query('select from projector.rebuilds');
    if (unfinished.rowCount) throw new RebuildStopped('a rebuild is unfinished: finish or cancel it first');
    await sameVersionServes(pool, projections);
    const tenants = tenant === undefined ? await source.tenants() : [tenant];
    await createNext(owner, projections, (names) => clearNext(pool, tenants, names));
    try {
      for (const each of tenants) {
        const live = await photographed(pool, each, projections, 'read');
        for (const position of new Set([...live.values()].map((one) => one.position)))
          await build(
            { ...options, projections: projections.filter((p) => live.get(p.name)!.position === position) },
            [each],
            position,
          );
        const rebuilt = await photographed(pool, each, projections, 'read_next');
        for (const { name } of projections)
          onVerified({
            tenant: each,
            projection: name,
            live: live.get(name)!.hash,
            rebuilt: rebuilt.get(name)!.hash,
            parked: live.get(name)!.parked,
          });
      }
    } finally {
      await dropNext(owner, projections);
      await clearNext(
        pool,
        tenants,
        projections.map((p) => p.name),
      );
    }
  });
}

/** Hash and place of every table at one moment. */
const photographed = (
  pool: pg.Pool,
  tenant: TenantId,
  projections: readonly Projection[],
  schema: 'read' | 'read_next',
): Promise<ReadonlyMap<string, { hash: TableHash; position: string; parked: number }>> =>
  inTenant(pool, tenant, async (client) => {
    await client.query('set transaction isolation level repeatable read, read only');
    await client.query(`lock table ${schema}.checkpoints in access share mode`);
    const { rows } = await client.query<{ name: string; position: string; parked: string }>(
      `select w.name, coalesce(c.position, '') as position,
         (select count(*) from read.parked_streams p where p.projection = w.name and p.parked) as parked
       from unnest($1::text[]) as w (name) left join ${schema}.checkpoints c on c.projection = w.name`,
      [projections.map((p) => p.name)],
    );
    const places = new Map(rows.map((row) => [row.name, row]));
    const photograph = new Map<string, { hash: TableHash; position: string; parked: number }>();
    for (const { name, table } of projections) {
      const { position, parked } = places.get(name)!;
      const hash = await canonicalHash(client, `${schema}.${table}`);
      photograph.set(name, { hash, position, parked: Number(parked) });
    }
    return photograph;
  });
