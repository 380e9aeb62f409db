import { randomUUID } from 'node:crypto';
import { may, type Caller, type Locale, type PersonId, type TenantId } from '@rapport/domain';
import type { ProfileDocument } from '@rapport/psychometrics';
import type pg from 'pg';
import { actorName, recordAudit } from '../audit/entries.js';
import { inTenant } from '../tenancy.js';

/** A file is there to be fetched, not to be kept here. */
const KEPT_HOURS = 48;
const MOST_A_DAY = 5;

export type ExportStatus = 'in-progress' | 'ready' | 'failed';

export interface PersonExport {
  readonly id: string;
  readonly requestedAt: string;
  readonly expiresAt: string;
  readonly status: ExportStatus;
}

const SHOWN = `id, to_char(requested_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "requestedAt",
  to_char(expires_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "expiresAt",
  case when failed then 'failed' when json is null then 'in-progress' else 'ready' end as status`;

/** Exports of the asking person that can still be fetched, newest first. */
export async function myExports(pool: pg.Pool, caller: Caller): Promise<readonly PersonExport[]> {
  if (caller.kind !== 'participant') return [];
  return inTenant(pool, caller.tenantId, async (client) => {
    const { rows } = await client.query<PersonExport>(
      `select ${SHOWN} from files.person_exports where person_id = $1 and expires_at > now()
       order by requested_at desc, id limit 20`,
      [caller.personId],
    );
    return rows;
  });
}

/**
 * Asks for an export: the row, the job that `put` writes down and the entry in the audit log, all or nothing. While one is
 * in progress it is the answer, and no more than a few are made a day. `null` for anyone but a participant.
 */
export async function requestExport(
  pool: pg.Pool,
  caller: Caller,
  put: (client: pg.PoolClient, exportId: string) => Promise<void>,
): Promise<PersonExport | null> {
  if (caller.kind !== 'participant') return null;
  const { tenantId, personId } = caller;
  if (!may(caller, 'export-individual-data', { tenantId, personId })) return null;
  return inTenant(pool, tenantId, async (client) => {
    await client.query('select pg_advisory_xact_lock(7261934, hashtext($1))', [personId]);
    await client.query('delete from files.person_exports where expires_at < now()');
    const { rows: recent } = await client.query<PersonExport & { many: boolean }>(
      `select ${SHOWN}, count(*) over () >= ${MOST_A_DAY} as many from files.person_exports
       where person_id = $1 and requested_at > now() - interval '1 day' order by requested_at desc, id`,
      [personId],
    );
    const open = recent.find(({ status }) => status === 'in-progress');
    if (open) return open;
    if (recent[0]?.many) return recent[0];
    const id = randomUUID();
    const { rows } = await client.query<PersonExport>(
      `insert into files.person_exports (tenant_id, id, person_id, expires_at)
       values ($1, $2, $3, now() + interval '${KEPT_HOURS} hours') returning ${SHOWN}`,
      [tenantId, id, personId],
    );
    await put(client, id);
    await recordAudit(client, {
      tenantId,
      actor: actorName(caller),
      action: 'export.request',
      object: `Export/${id}`,
      decision: 'allow',
      subject: personId,
    });
    return rows[0]!;
  });
}

/** A file of an own export; recorded. `null` for anybody else's, for one that has run out, and while it is made. */
export async function downloadExport(
  pool: pg.Pool,
  caller: Caller,
  id: string,
  format: 'json' | 'pdf',
): Promise<{ readonly content: Uint8Array; readonly requestedAt: string } | null> {
  if (caller.kind !== 'participant') return null;
  const { tenantId, personId } = caller;
  return inTenant(pool, tenantId, async (client) => {
    const { rows } = await client.query<{ content: Uint8Array | null; requestedAt: string }>(
      `select ${format} as content, to_char(requested_at at time zone 'UTC', 'YYYY-MM-DD') as "requestedAt"
       from files.person_exports where id = $1 and person_id = $2 and expires_at > now()`,
      [id, personId],
    );
    const [row] = rows;
    if (!row?.content) return null;
    await recordAudit(client, {
      tenantId,
      actor: actorName(caller),
      action: 'export.download',
      object: `Export/${id}/${format}`,
      decision: 'allow',
      subject: personId,
    });
    return { content: row.content, requestedAt: row.requestedAt };
  });
}

/** Whose export it is; `null` when it is made, gone or never was. */
export const openExport = (pool: pg.Pool, tenant: TenantId, id: string): Promise<PersonId | null> =>
  inTenant(pool, tenant, async (client) => {
    const { rows } = await client.query<{ person_id: PersonId }>(
      'select person_id from files.person_exports where id = $1 and json is null and expires_at > now()',
      [id],
    );
    return rows[0]?.person_id ?? null;
  });

/** Stores the files of an export; where the person was erased meanwhile there is no row, and nothing is stored. */
export const storeExport = (
  pool: pg.Pool,
  tenant: TenantId,
  id: string,
  files: { readonly json: Uint8Array; readonly pdf: Uint8Array } | 'failed',
): Promise<void> =>
  inTenant(pool, tenant, async (client) => {
    if (files === 'failed')
      await client.query('update files.person_exports set failed = true where id = $1 and json is null', [
        id,
      ]);
    else
      await client.query(
        `update files.person_exports set json = $2, pdf = $3, failed = false,
           json_sha256 = encode(sha256($2), 'hex'), pdf_sha256 = encode(sha256($3), 'hex') where id = $1 and json is null`,
        [id, files.json, files.pdf],
      );
  });

export const dropExpiredExports = (pool: pg.Pool, tenant: TenantId): Promise<void> =>
  inTenant(pool, tenant, async (client) => {
    await client.query('delete from files.person_exports where expires_at < now()');
  });

/** What the read models and the audit log hold about a person, for the export. */
export interface ExportSources {
  readonly firm: string;
  readonly clientOrganisation: string;
  readonly details: { readonly name: string; readonly email: string | null; readonly locale: Locale } | null;
  readonly assessments: readonly {
    readonly id: string;
    readonly engagement: string;
    readonly wave: string;
    readonly team: string;
    readonly status: string;
    readonly profile: ProfileDocument | null;
  }[];
  readonly accesses: readonly {
    readonly at: string;
    readonly who: string;
    readonly what: string;
    readonly allowed: boolean;
    readonly consent: string | null;
  }[];
  readonly reports: readonly {
    readonly id: string;
    readonly engagement: string;
    readonly audience: string;
    readonly dated: string;
    readonly files: readonly { readonly format: string; readonly sha256: string }[];
  }[];
  readonly memberships: readonly {
    readonly team: string;
    readonly validFrom: string;
    readonly validTo: string | null;
  }[];
}

export const readExportSources = (
  pool: pg.Pool,
  tenant: TenantId,
  personId: PersonId,
): Promise<ExportSources> =>
  inTenant(pool, tenant, async (client) => {
    const rows = async <T extends pg.QueryResultRow>(text: string): Promise<readonly T[]> =>
      (await client.query<T>(text, [personId])).rows;
    const [head] = await rows<Pick<ExportSources, 'firm' | 'clientOrganisation' | 'details'>>(
      `select coalesce((select doc->>'name' from read.firms limit 1), '') as firm,
         coalesce((select c.name from read.persons p join read.client_organisations c on c.id = p.client_id
           where p.id = $1), '') as "clientOrganisation",
         (select jsonb_build_object('name', doc->>'name', 'email', doc->>'email', 'locale', doc->>'locale')
           from read.persons where id = $1) as details`,
    );
    return {
      ...head!,
      assessments: await rows<ExportSources['assessments'][number]>(
        `select a.id, e.doc->>'title' as engagement, w.doc->>'title' as wave, coalesce(t.name, '') as team, a.status,
           i.doc->'profile' as profile
         from read.participants a join read.engagements e on e.id = a.engagement_id
         join read.waves w on w.id = a.wave_id left join read.teams t on t.id = a.team_id
         left join read.individual_profiles i on i.id = a.id
         where a.person_id = $1 order by a.opened_at, a.id`,
      ),
      accesses: await rows<ExportSources['accesses'][number]>(
        `select to_char(x.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at,
           case when x.actor = $1 then coalesce((select name from read.persons where id = $1), '')
             else coalesce(u.name, x.actor) end as who,
           x.action || ' ' || x.object as what, x.decision = 'allow' as allowed, x.consent_ref as consent
         from audit.entries x left join read.users u on u.id = x.actor
         where x.subject = $1 order by x.seq`,
      ),
      reports: await rows<ExportSources['reports'][number]>(
        `select r.id, e.doc->>'title' as engagement, r.doc->>'audience' as audience, r.doc->>'dated' as dated,
           r.doc->'files' as files
         from read.reports r join read.engagements e on e.id = r.engagement_id
         join files.report_contents c on c.report_id = r.id
         where c.individuals && (select array_agg(id) from read.participants where person_id = $1)
         order by r.requested_at, r.id`,
      ),
      memberships: await rows<ExportSources['memberships'][number]>(
        `select t.name as team, m->>'validFrom' as "validFrom", m->>'validTo' as "validTo"
         from read.teams t cross join jsonb_array_elements(t.doc->'members') m
         where m->>'personId' = $1 order by m->>'validFrom', t.name`,
      ),
    };
  });
