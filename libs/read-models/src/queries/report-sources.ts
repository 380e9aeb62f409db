import type { InstrumentDocument, NormGroup } from '@rapport/psychometrics';
import { recipientsAt, type TenantId } from '@rapport/domain';
import type pg from 'pg';
import { projections } from '../catalogue.js';
import type {
  AgreementRow,
  ClientOrganisationRow,
  EngagementRow,
  FirmRow,
  ParticipantRow,
  PersonRow,
  ReportRow,
  TeamPersonalityRow,
  TeamRow,
  WaveRow,
} from '../rows.js';
import { reachedPosition } from '../projector/run.js';
import { inTenant } from '../tenancy.js';

type Keyed<Row> = ReadonlyMap<string, Row>;

/** The rows behind one report, all of one moment. */
export interface ReportSources {
  readonly report: ReportRow;
  readonly firm: FirmRow;
  readonly client: ClientOrganisationRow;
  readonly engagement: EngagementRow;
  /** The reported wave and the one beside it. */
  readonly waves: Keyed<WaveRow>;
  readonly teams: Keyed<TeamRow>;
  /** Everyone invited in those waves and teams, by assessment id. */
  readonly participants: Keyed<ParticipantRow>;
  readonly persons: Keyed<PersonRow>;
  /** By `wave:team`. */
  readonly personalities: Keyed<TeamPersonalityRow>;
  readonly agreements: Keyed<AgreementRow>;
  readonly instrument: InstrumentDocument;
  readonly norm: NormGroup | null;
  /** How far the read models had come. */
  readonly position: string;
}

/** For the worker alone, which sees what it renders; `null` when there is no such report. */
export async function readReportSources(
  pool: pg.Pool,
  tenant: TenantId,
  reportId: string,
): Promise<ReportSources | null> {
  return inTenant(pool, tenant, async (client) => {
    // One snapshot for all rows and the position they stand for. The lock comes before the snapshot, so that no rebuilt
    // table takes the place of one that this snapshot belongs to.
    await client.query('set transaction isolation level repeatable read, read only');
    await client.query('lock table read.checkpoints in access share mode');
    const rows = async <Row>(
      table: string,
      where: string,
      values: readonly unknown[],
    ): Promise<Keyed<Row>> => {
      const found = await client.query<{ id: string; doc: Row }>(
        `select id, doc from read.${table} where ${where} order by id`,
        [...values],
      );
      return new Map(found.rows.map(({ id, doc }) => [id, doc]));
    };
    const one = async <Row>(table: string, id: string): Promise<Row> => {
      const row = (await rows<Row>(table, 'id = $1', [id])).get(id);
      if (!row) throw new Error(`a report refers to ${table} ${id}, which is not there`);
      return row;
    };
    const report = (await rows<ReportRow>('reports', 'id = $1', [reportId])).get(reportId);
    if (!report) return null;
    const waveIds = [report.waveId, ...(report.comparedWithWaveId ? [report.comparedWithWaveId] : [])];
    const waves = await rows<WaveRow>('waves', 'id = any($1)', [waveIds]);
    const wave = waves.get(report.waveId);
    if (!wave) throw new Error(`a report refers to wave ${report.waveId}, which is not there`);
    const ofTeams = 'wave_id = any($1) and team_id = any($2)';
    const invited = await rows<ParticipantRow>('participants', ofTeams, [waveIds, report.teamIds]);
    const participants = new Map([...invited].map(([id, row]) => [id, inForce(row)]));
    const personIds = [...participants.values()].map((p) => p.personId);
    const agreements = await rows<AgreementRow>('agreements', 'engagement_id = $1', [report.engagementId]);
    const owners = [...agreements.values()].flatMap(({ owner }) =>
      owner.kind === 'person' ? [owner.personId] : [],
    );
    const ownerTeams = [...agreements.values()].flatMap(({ owner }) =>
      owner.kind === 'team' ? [owner.teamId] : [],
    );
    return {
      report,
      firm: await one<FirmRow>('firms', tenant),
      client: await one<ClientOrganisationRow>('client_organisations', report.clientId),
      engagement: await one<EngagementRow>('engagements', report.engagementId),
      waves,
      teams: await rows<TeamRow>('teams', 'id = any($1)', [[...report.teamIds, ...ownerTeams]]),
      participants,
      persons: await rows<PersonRow>('persons', 'id = any($1)', [[...personIds, ...owners]]),
      personalities: await rows<TeamPersonalityRow>('team_personalities', ofTeams, [waveIds, report.teamIds]),
      agreements,
      instrument: await one<InstrumentDocument>(
        'instruments',
        `${wave.instrument.id}@${wave.instrument.version}`,
      ),
      norm: wave.norm && (await one<NormGroup>('norm_groups', `${wave.norm.id}@${wave.norm.version}`)),
      position: await reachedPosition(client, projections),
    };
  });
}

/** Without releases that have run out. */
const inForce = (row: ParticipantRow): ParticipantRow => {
  const now = new Date().toISOString();
  return { ...row, releases: row.releases.filter((release) => recipientsAt([release], now).length > 0) };
};

export interface Invitee {
  readonly assessmentId: string;
  readonly personId: ParticipantRow['personId'];
  readonly name: string;
  readonly email: string;
  readonly locale: PersonRow['locale'];
  /** A mail about this assessment has gone out before. */
  readonly invitedBefore: boolean;
}

/** What invitation mails of a wave say, and to whom: everyone with an address who has not submitted. */
export async function readInvitees(
  pool: pg.Pool,
  tenant: TenantId,
  waveId: string,
): Promise<{
  readonly firm: string;
  readonly client: string;
  readonly engagement: string;
  readonly wave: WaveRow;
  readonly items: number;
  readonly invitees: readonly Invitee[];
} | null> {
  return inTenant(pool, tenant, async (client) => {
    const { rows: heads } = await client.query<{
      wave: WaveRow;
      engagement: EngagementRow;
      client: ClientOrganisationRow;
      firm: FirmRow;
      items: number;
    }>(
      `select w.doc as wave, e.doc as engagement, c.doc as client, f.doc as firm, jsonb_array_length(i.doc->'items') as items
       from read.waves w join read.engagements e on e.id = w.engagement_id join read.client_organisations c on c.id = e.client_id
       join read.firms f on true
       join read.instruments i on i.id = (w.doc->'instrument'->>'id') || '@' || (w.doc->'instrument'->>'version')
       where w.id = $1`,
      [waveId],
    );
    const [head] = heads;
    if (!head) return null;
    const { rows } = await client.query<Invitee>(
      `select a.id as "assessmentId", a.person_id as "personId", p.doc->>'name' as name, p.doc->>'email' as email,
         p.doc->>'locale' as locale,
         exists (select from access.mails m where m.id like '%/' || a.id) as "invitedBefore"
       from read.participants a join read.persons p on p.id = a.person_id
       where a.wave_id = $1 and a.status in ('not-started', 'in-progress') and p.email is not null order by a.id`,
      [waveId],
    );
    return {
      firm: head.firm.name,
      client: head.client.name,
      engagement: head.engagement.title,
      wave: head.wave,
      items: head.items,
      invitees: rows,
    };
  });
}

/** Sends once a key: the row is there before the mail leaves, and goes again when it could not be handed over. */
export async function oncePerMail(
  pool: pg.Pool,
  tenant: TenantId,
  key: string,
  send: () => Promise<void>,
): Promise<boolean> {
  const claimed = await inTenant(pool, tenant, (client) =>
    client.query('insert into access.mails (tenant_id, id) values ($1, $2) on conflict do nothing', [
      tenant,
      key,
    ]),
  );
  if (claimed.rowCount === 0) return false;
  try {
    await send();
    return true;
  } catch (error) {
    await inTenant(pool, tenant, (client) => client.query('delete from access.mails where id = $1', [key]));
    throw error;
  }
}
