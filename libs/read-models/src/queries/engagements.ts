import type { Caller } from '@rapport/domain';
import type pg from 'pg';
import type { AgreementRow, EngagementRow, WaveRow } from '../rows.js';
import { inTenant } from '../tenancy.js';
import { pageOf, pagesOf, type Listing, type Page, type PageRequest } from './paging.js';
import { engagementInReach, isClient } from './reach.js';
import { releasedEvidence } from './releases.js';
import { rowsOf, stored, Values, type Stored } from './statement.js';

const listed = (where: string): Listing => ({
  from: 'read.engagements e',
  where,
  id: 'e.id',
  doc: 'e.doc',
  sort: { by: 'e.opened_at', type: 'timestamptz', down: true },
});

/** Engagements in reach, newest first. */
export const engagements = (
  pool: pg.Pool,
  caller: Caller,
  clientId: string | null,
  request: PageRequest,
): Promise<Page<Stored<EngagementRow>>> =>
  inTenant(pool, caller.tenantId, (client) => {
    const values = new Values();
    const ofClient = clientId === null ? '' : ` and e.client_id = ${values.add(clientId)}`;
    const listing = listed(`${engagementInReach(caller, values)}${ofClient}`);
    return pageOf<EngagementRow, Stored<EngagementRow>>(client, listing, request, values, stored);
  });

export const engagementsOfClients = (
  pool: pg.Pool,
  caller: Caller,
  clientIds: readonly string[],
  request: PageRequest,
): Promise<ReadonlyMap<string, Page<Stored<EngagementRow>>>> =>
  inTenant(pool, caller.tenantId, (client) => {
    const values = new Values();
    const listing = listed(`e.client_id = parent.id and ${engagementInReach(caller, values)}`);
    return pagesOf<EngagementRow, Stored<EngagementRow>>(client, clientIds, listing, request, values, stored);
  });

/** Engagements by id, those in reach only. */
export const engagementsById = (
  pool: pg.Pool,
  caller: Caller,
  ids: readonly string[],
): Promise<readonly Stored<EngagementRow>[]> =>
  inTenant(pool, caller.tenantId, async (client) => {
    const values = new Values();
    const text = `select e.id, e.doc from read.engagements e
      where e.id = any(${values.add(ids)}) and ${engagementInReach(caller, values)}`;
    return (await rowsOf<{ id: string; doc: EngagementRow }>(client, text, values)).map(stored);
  });

/** Waves of several engagements, oldest first. */
export const wavesOfEngagements = (
  pool: pg.Pool,
  caller: Caller,
  engagementIds: readonly string[],
  request: PageRequest,
): Promise<ReadonlyMap<string, Page<Stored<WaveRow>>>> =>
  inTenant(pool, caller.tenantId, (client) => {
    const values = new Values();
    const listing: Listing = {
      from: 'read.waves w join read.engagements e on e.id = w.engagement_id',
      where: `w.engagement_id = parent.id and ${engagementInReach(caller, values)}`,
      id: 'w.id',
      doc: 'w.doc',
      sort: { by: 'w.opens_on', type: 'date' },
    };
    return pagesOf<WaveRow, Stored<WaveRow>>(client, engagementIds, listing, request, values, stored);
  });

/** Agreements of several engagements, next review first. */
export async function agreementsOfEngagements(
  pool: pg.Pool,
  caller: Caller,
  engagementIds: readonly string[],
  request: PageRequest,
): Promise<ReadonlyMap<string, Page<Stored<AgreementRow>>>> {
  const pages = await inTenant(pool, caller.tenantId, (client) => {
    const values = new Values();
    const listing: Listing = {
      from: 'read.agreements a join read.engagements e on e.id = a.engagement_id',
      where: `a.engagement_id = parent.id and ${engagementInReach(caller, values, 'see-agreements')}`,
      id: 'a.id',
      doc: 'a.doc',
      sort: { by: 'a.review_on', type: 'date' },
    };
    return pagesOf<AgreementRow, Stored<AgreementRow>>(
      client,
      engagementIds,
      listing,
      request,
      values,
      stored,
    );
  });
  const rows = [...pages.values()].flatMap(({ edges }) => edges.map(({ node }) => node));
  const shown = new Map((await asRead(pool, caller, rows)).map((row) => [row.id, row]));
  const edgesOf = ({ edges }: Page<Stored<AgreementRow>>) =>
    edges.map(({ cursor, node }) => ({ cursor, node: shown.get(node.id)! }));
  return new Map([...pages].map(([id, page]) => [id, { ...page, edges: edgesOf(page) }]));
}

/**
 * Agreements as a caller reads them: people of the client without what the firm noted, and with the figures of their
 * releases in the place of what was measured for somebody else.
 */
async function asRead(
  pool: pg.Pool,
  caller: Caller,
  rows: readonly Stored<AgreementRow>[],
): Promise<readonly Stored<AgreementRow>[]> {
  if (!isClient(caller) || rows.length === 0) return rows;
  const released = await releasedEvidence(
    pool,
    caller,
    rows.map(({ finding }) => finding),
  );
  return rows.map((row, at) => ({
    ...row,
    finding: { ...row.finding, ...released[at]! },
    reviewNote: null,
    checkIns: row.checkIns.map((each) => ({ ...each, note: '' })),
  }));
}

/** One agreement; `null` when there is none in reach. */
export async function agreement(
  pool: pg.Pool,
  caller: Caller,
  id: string,
): Promise<Stored<AgreementRow> | null> {
  const found = await inTenant(pool, caller.tenantId, async (client) => {
    const values = new Values();
    const text = `select a.id, a.doc from read.agreements a join read.engagements e on e.id = a.engagement_id
      where a.id = ${values.add(id)} and ${engagementInReach(caller, values, 'see-agreements')}`;
    const [row] = await rowsOf<{ id: string; doc: AgreementRow }>(client, text, values);
    return row ? [stored(row)] : [];
  });
  const [row] = await asRead(pool, caller, found);
  return row ?? null;
}
