import { may, type Caller, type ClientId } from '@rapport/domain';
import type pg from 'pg';
import type { ErasureRow } from '../rows.js';
import { inTenant } from '../tenancy.js';
import { noneFor, pageOf, type Page, type PageRequest } from './paging.js';
import { ACCESS_CONTEXT, type AccessContext } from './reach.js';
import { stored, Values, type Stored } from './statement.js';

export interface ShownErasure extends ErasureRow {
  /** While the person is not erased: whom the confirmation is about. */
  readonly personName: string | null;
  /** Confirmed by somebody else than who asked for it. */
  readonly ownRequest: boolean;
}

/** Erasures of the firm, newest first, for whoever confirms them. `personId` narrows to one. */
export async function erasuresInReach(
  pool: pg.Pool,
  caller: Caller,
  request: PageRequest,
  personId: string | null = null,
): Promise<Page<Stored<ShownErasure>>> {
  if (!may(caller, 'execute-erasure', { tenantId: caller.tenantId })) return noneFor(request);
  return inTenant(pool, caller.tenantId, (client) => {
    const values = new Values();
    const me = values.add(caller.kind === 'user' ? caller.userId : null);
    return pageOf<ShownErasure, Stored<ShownErasure>>(
      client,
      {
        from: 'read.erasures x left join read.persons p on p.id = x.id',
        where: personId === null ? 'true' : `x.id = ${values.add(personId)}`,
        id: 'x.id',
        doc: `x.doc || jsonb_build_object('personName', p.name, 'ownRequest', x.doc->>'requestedBy' = ${me}::text)`,
        sort: { by: 'x.requested_at', type: 'timestamptz', down: true },
      },
      request,
      values,
      stored,
    );
  });
}

/** Whose organisation a person belongs to and in which engagements they take part; `null` when there is nobody. */
export const personTarget = (
  pool: pg.Pool,
  caller: Caller,
  personId: string,
): Promise<{ readonly clientId: ClientId; readonly contexts: readonly AccessContext[] } | null> =>
  inTenant(pool, caller.tenantId, async (client) => {
    const persons = await client.query<{ clientId: ClientId }>(
      'select client_id as "clientId" from read.persons where id = $1',
      [personId],
    );
    const [person] = persons.rows;
    if (!person) return null;
    const { rows } = await client.query<AccessContext>(
      `select ${ACCESS_CONTEXT} from read.engagements e
       where e.id in (select engagement_id from read.participants where person_id = $1)`,
      [personId],
    );
    return { ...person, contexts: rows };
  });
