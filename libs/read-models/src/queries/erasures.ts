import { may, type Caller } from '@rapport/domain';
import type pg from 'pg';
import type { ErasureRow } from '../rows.js';
import { inTenant } from '../tenancy.js';
import { emptyPage, pageOf, type Page, type PageRequest } from './paging.js';
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
  if (!may(caller, 'execute-erasure', { tenantId: caller.tenantId })) return emptyPage();
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
