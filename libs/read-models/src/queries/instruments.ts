import { may, type Caller } from '@rapport/domain';
import type { InstrumentDocument, NormGroup } from '@rapport/psychometrics';
import type pg from 'pg';
import { inTenant } from '../tenancy.js';
import { emptyPage, pageOf, type Page, type PageRequest } from './paging.js';
import { Values } from './statement.js';

export interface VersionKey {
  readonly id: string;
  readonly version: string;
}

export const maySeeInstruments = (caller: Caller): boolean =>
  may(caller, 'see-instruments', { tenantId: caller.tenantId });

const keyOf = ({ id, version }: VersionKey): string => `${id}@${version}`;

/** Instruments published in the firm, by id and version. */
export async function instruments(
  pool: pg.Pool,
  caller: Caller,
  request: PageRequest,
): Promise<Page<InstrumentDocument>> {
  if (!maySeeInstruments(caller)) return emptyPage();
  return inTenant(pool, caller.tenantId, (client) => {
    const listing = {
      from: 'read.instruments i',
      where: 'true',
      id: 'i.id',
      doc: 'i.doc',
      sort: { by: 'i.instrument_id', type: 'text' as const },
    };
    return pageOf<InstrumentDocument, InstrumentDocument>(
      client,
      listing,
      request,
      new Values(),
      (row) => row.doc,
    );
  });
}

/**
 * Published versions by key. Participants need theirs to answer, staff to prepare a wave; a client sees what was asked
 * about, not the items themselves.
 */
export async function instrumentsByKey(
  pool: pg.Pool,
  caller: Caller,
  keys: readonly VersionKey[],
): Promise<readonly InstrumentDocument[]> {
  const found = await published(pool, caller, keys);
  return maySeeInstruments(caller) || caller.kind === 'participant'
    ? found
    : found.map((doc) => ({ ...doc, items: [] }));
}

/** An instrument whole, for commands that put it to participants; what comes of it is never shown from here. */
export const publishedInstrument = async (
  pool: pg.Pool,
  caller: Caller,
  key: VersionKey,
): Promise<InstrumentDocument | null> => (await published(pool, caller, [key]))[0] ?? null;

const published = (
  pool: pg.Pool,
  caller: Caller,
  keys: readonly VersionKey[],
): Promise<readonly InstrumentDocument[]> =>
  inTenant(pool, caller.tenantId, async (client) => {
    const { rows } = await client.query<{ doc: InstrumentDocument }>(
      'select doc from read.instruments where id = any($1)',
      [keys.map(keyOf)],
    );
    return rows.map((row) => row.doc);
  });

export const normGroupsByKey = (
  pool: pg.Pool,
  caller: Caller,
  keys: readonly VersionKey[],
): Promise<readonly NormGroup[]> =>
  inTenant(pool, caller.tenantId, async (client) => {
    const { rows } = await client.query<{ doc: NormGroup }>(
      'select doc from read.norm_groups where id = any($1)',
      [keys.map(keyOf)],
    );
    return rows.map((row) => row.doc);
  });

/** Norm groups published for one version of an instrument. */
export async function normGroups(
  pool: pg.Pool,
  caller: Caller,
  instrument: VersionKey,
): Promise<readonly NormGroup[]> {
  if (!maySeeInstruments(caller)) return [];
  return inTenant(pool, caller.tenantId, async (client) => {
    const { rows } = await client.query<{ doc: NormGroup }>(
      'select doc from read.norm_groups where instrument_id = $1 and instrument_version = $2 order by id',
      [instrument.id, instrument.version],
    );
    return rows.map((row) => row.doc);
  });
}
