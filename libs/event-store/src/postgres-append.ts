import type { TenantId } from '@rapport/domain';
import type pg from 'pg';
import { APPEND_REFUSED } from './log-functions.js';
import { EXPECTED_CODE, TOMBSTONE } from './migrations.js';
import {
  StreamDeleted,
  Unavailable,
  WrongExpectedVersion,
  type Appended,
  type ExpectedRevision,
  type StreamCheck,
} from './port.js';
import { positionOf } from './position.js';
import type { WrittenAppend, WrittenEvent } from './written-event.js';

export type Row = readonly (string | null)[];
/** Runs a prepared statement; rows are lists of texts. Throws Unavailable. */
export type Rows = (name: string, text: string, values: unknown[]) => Promise<Row[]>;

/** Appends under way at once; what comes meanwhile waits for the next batch. More only divide the same disk. */
const LANES = 2;
/** So many more when a crowd waits. */
const SPARE_LANES = 2;
const CROWD = 12;
/** Most appends, and most bytes, that share a transaction. */
const BATCH = 64;
const BATCH_BYTES = 512 * 1024;

interface Waiting {
  readonly tenant: TenantId;
  readonly append: WrittenAppend;
  readonly bytes: number;
  readonly resolve: (appended: Appended) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Appends to one stream each. While a lane is free, an append is one statement of its own. When callers queue,
 * those who wait share the next transaction: one round trip and one write to the disk for all. Whoever does not
 * find the stream as expected there is asked again alone, so a conflict of one costs the others nothing.
 */
export class AppendQueue {
  readonly #waiting: Waiting[] = [];
  #lanes = 0;

  constructor(private readonly rows: Rows) {}

  append(tenant: TenantId, append: WrittenAppend): Promise<Appended> {
    if (this.#lanes < LANES && this.#waiting.length === 0) {
      this.#lanes++;
      return appendOne(this.rows, tenant, append).finally(() => this.#leave(1));
    }
    return new Promise((resolve, reject) => {
      this.#waiting.push({ tenant, append, bytes: bytesOf(append), resolve, reject });
      if (this.#waiting.length >= CROWD) this.#start();
    });
  }

  /** After a batch its callers come again, one after the other: they shall share the next one, too. */
  #leave(served: number): void {
    if (served > 1) setImmediate(() => this.#next());
    else this.#next();
  }

  #next(): void {
    this.#lanes--;
    this.#start();
  }

  #start(): void {
    const free = () => this.#lanes < LANES + (this.#waiting.length >= CROWD ? SPARE_LANES : 0);
    while (free() && this.#waiting.length > 0) {
      this.#lanes++;
      const taken = this.#take();
      void this.#work(taken).finally(() => this.#leave(taken.length));
    }
  }

  /** The next ones in order, one of each stream: the second may depend on the first. */
  #take(): Waiting[] {
    const taken: Waiting[] = [];
    const left: Waiting[] = [];
    const streams = new Set<string>();
    let bytes = 0;
    for (const each of this.#waiting) {
      const fits = taken.length === 0 || (taken.length < BATCH && bytes + each.bytes <= BATCH_BYTES);
      if (!fits || streams.has(each.append.stream)) {
        left.push(each);
        continue;
      }
      streams.add(each.append.stream);
      bytes += each.bytes;
      taken.push(each);
    }
    this.#waiting.splice(0, this.#waiting.length, ...left);
    return taken;
  }

  async #work(taken: readonly Waiting[]): Promise<void> {
    const together = taken.filter(({ append }) => isPlain(append));
    let done = new Map<Waiting, Appended>();
    if (together.length > 1)
      try {
        done = await this.#together(together);
      } catch (error) {
        // Nobody knows whether it was kept; who tries again alone gets the same answer either way.
        if (error instanceof Unavailable) for (const { reject } of together) reject(error);
        if (error instanceof Unavailable) taken = taken.filter((each) => !together.includes(each));
      }
    for (const [each, appended] of done) each.resolve(appended);
    const alone = taken.filter((each) => !done.has(each));
    for (const { tenant, append, resolve, reject } of alone)
      await appendOne(this.rows, tenant, append).then(resolve, reject);
  }

  async #together(taken: readonly Waiting[]): Promise<Map<Waiting, Appended>> {
    const tenants = new Map<TenantId, string[]>();
    for (const [nth, { tenant, append }] of taken.entries()) {
      const own = tenants.get(tenant) ?? [];
      tenants.set(tenant, own);
      own.push(requestOf(append, `"nth":${nth}`));
    }
    const rows =
      tenants.size === 1 && taken.every(({ append }) => append.events.length === 1)
        ? await this.#ofOneTenant(...[...tenants][0]!)
        : await this.#ofTenants(tenants);
    return new Map(
      rows.map(([nth, revision, tx, place]) => [
        taken[Number(nth)]!,
        { revision: Number(revision), position: positionOf(tx!, place!) },
      ]),
    );
  }

  #ofOneTenant(tenant: TenantId, appends: readonly string[]): Promise<Row[]> {
    return this.rows('append together', TOGETHER, [tenant, `[${appends.join()}]`]);
  }

  #ofTenants(tenants: ReadonlyMap<TenantId, readonly string[]>): Promise<Row[]> {
    const groups = [...tenants].sort(([a], [b]) => (a < b ? -1 : 1));
    const json = groups.map(([tenant, own]) => `{"tenant":"${tenant}","appends":[${own.join()}]}`).join();
    return this.rows('append batch', 'select * from log.append_batch($1)', [`[${json}]`]);
  }
}

/** At a given revision, and not the founding of a firm, which is noted elsewhere, too. */
const isPlain = ({ expected, stream }: WrittenAppend): boolean =>
  typeof expected === 'number' || (expected === 'no-stream' && !stream.startsWith('Firm-'));

/**
 * One statement, planned once, for what nearly every append is: at a given revision, alone. It sets the tenant for
 * its own transaction before it touches a row, and stores nothing when the stream is not as expected.
 */
const atRevision = (before: 'revision' | 'nothing', others: string): string => `
with t as materialized (
  select set_config('app.tenant', $1, true), pg_advisory_xact_lock_shared(7201, hashtext($2) & 255)
), first as (
  insert into log.events as n (tenant_id, stream, revision, event_id, category, type, data, meta)
  select $1::text::uuid, $2, $3::int + 1, $4::uuid, split_part($2, '-', 1), $5, $6::json, $7::json
  from t${
    before === 'nothing'
      ? ''
      : ` cross join lateral (
    select from log.events e
    where e.tenant_id = $1::text::uuid and e.stream = $2 and e.revision = $3 and e.type <> '${TOMBSTONE}'
    offset 0
  ) e`
  }
  on conflict on constraint events_pkey do nothing
  returning n.revision, n.tx, n.position
)${
  others
    ? `, others as (
  insert into log.events as n (tenant_id, stream, revision, event_id, category, type, data, meta)
  select $1::text::uuid, $2, f.revision + e.nth, e.id, split_part($2, '-', 1), e.type, e.data, e.meta
  from first f, ${others} as e (id, type, data, meta, nth)
  order by e.nth
  returning n.revision, n.position
)
select max(o.revision), f.tx::text, max(o.position) from first f, others o group by f.tx`
    : `
select f.revision, f.tx::text, f.position from first f`
}`;

/** The same for many appends of one event each: a row for each that found its stream as expected. */
const TOGETHER = `
with asked as materialized (
  select * from json_to_recordset($2::json)
    as a (nth int, stream text, expected int, id uuid, type text, data json, meta json)
), t as materialized (
  select set_config('app.tenant', $1, true), count(pg_advisory_xact_lock_shared(7201, b.bucket))
  from (select distinct hashtext(stream) & 255 as bucket from asked order by bucket) b
), firsts as (
  insert into log.events as n (tenant_id, stream, revision, event_id, category, type, data, meta)
  select $1::text::uuid, a.stream, a.expected + 1, a.id, split_part(a.stream, '-', 1), a.type, a.data, a.meta
  from (select asked.* from t, asked order by asked.stream collate "C" offset 0) a
  where a.expected = -1 or exists (
    select from log.events e
    where e.tenant_id = $1::text::uuid and e.stream = a.stream and e.revision = a.expected and e.type <> '${TOMBSTONE}'
    offset 0
  )
  on conflict on constraint events_pkey do nothing
  returning n.stream, n.revision, n.tx, n.position
)
select a.nth, f.revision, f.tx::text, f.position from firsts f join asked a using (stream)`;

/** Up to so many events come as parameters, in a statement for their number; parsing one JSON list takes longer. */
const AS_PARAMETERS = 32;
const IN_A_LIST = `rows from (json_to_recordset($8::json) as (id uuid, type text, data json, meta json))
    with ordinality`;
const asParameters = (count: number): string =>
  `(values ${Array.from({ length: count }, (_, n) => {
    const at = 8 + 4 * n;
    return `($${at}::uuid, $${at + 1}, $${at + 2}::json, $${at + 3}::json, ${n + 1})`;
  }).join()})`;

const statements = new Map<string, string>();

/** The statement for this many events, by its name. */
function statementFor(before: 'revision' | 'nothing', events: number): readonly [string, string] {
  const listed = events > AS_PARAMETERS;
  const name = `append ${before === 'nothing' ? 'first' : 'next'} ${listed ? 'many' : events}`;
  const others = events === 1 ? '' : listed ? IN_A_LIST : asParameters(events - 1);
  const text = statements.get(name) ?? atRevision(before, others);
  statements.set(name, text);
  return [name, text];
}

const ANY_OTHER = `select a.* from (
  select pg_advisory_xact_lock_shared(7201, hashtext($2) & 255) offset 0
) l, lateral log.append($1,$2,$3,$4,$5,$6,$7,$8) a`;

async function appendOne(rows: Rows, tenant: TenantId, append: WrittenAppend): Promise<Appended> {
  const { stream, expected, events } = append;
  const [first, ...others] = events;
  const code = codeOf(expected);
  if (isPlain(append)) {
    const [name, text] = statementFor(code < 0 ? 'nothing' : 'revision', events.length);
    const values: unknown[] = [tenant, stream, code, first.id, first.type, first.data, first.meta];
    if (events.length > AS_PARAMETERS) values.push(restOf(append));
    else for (const { id, type, data, meta } of others) values.push(id, type, data, meta);
    const [row] = await rows(name, text, values);
    if (row) return { revision: Number(row[0]), position: positionOf(row[1]!, row[2]!) };
  }
  const [row] = await rows('append', ANY_OTHER, [
    tenant,
    stream,
    code,
    `{${events.map(({ id }) => id).join()}}`,
    first.type,
    first.data,
    first.meta,
    restOf(append) ?? null,
  ]);
  return appendedOf(row!, append);
}

/** All or nothing over several streams, with what must be true of others. */
export async function appendAll(
  rows: Rows,
  tenant: TenantId,
  appends: readonly WrittenAppend[],
  checks: readonly StreamCheck[],
): Promise<readonly Appended[]> {
  try {
    const answered = await rows('append all', 'select * from log.append_all($1, $2, $3)', [
      `[${appends.map((append) => requestOf(append, idsOf(append.events))).join()}]`,
      tenant,
      JSON.stringify(checks.map(({ stream, expected }) => ({ stream, expected: codeOf(expected) }))),
    ]);
    return answered.map((row, nth) => appendedOf(row, appends[nth]!));
  } catch (error) {
    const { code, detail } = error as pg.DatabaseError;
    if (code !== APPEND_REFUSED || detail === undefined) throw error;
    const refused = JSON.parse(detail) as { nth?: number; check?: number; outcome: string; actual: number };
    const at = refused.check === undefined ? appends[refused.nth!]! : checks[refused.check]!;
    throw refusalOf(refused.outcome, refused.actual, at);
  }
}

const codeOf = (expected: ExpectedRevision): number =>
  typeof expected === 'number' ? expected : EXPECTED_CODE[expected];

const idsOf = (events: readonly WrittenEvent[]): string =>
  `"ids":[${events.map(({ id }) => `"${id}"`).join()}]`;

const bytesOf = ({ events }: WrittenAppend): number =>
  events.reduce((sum, { data, meta }) => sum + data.length + meta.length, 0);

const restOf = ({ events: [, ...rest] }: WrittenAppend): string | undefined =>
  rest.length === 0 ? undefined : `[${rest.map((event) => `{${partsOf(event)}}`).join()}]`;

const partsOf = ({ id, type, data, meta }: WrittenEvent): string =>
  `"id":"${id}","type":"${type}","data":${data},"meta":${meta}`;

/** One append as JSON; the texts in it are JSON already. */
function requestOf(append: WrittenAppend, more: string): string {
  const rest = restOf(append);
  return (
    `{"stream":${JSON.stringify(append.stream)},"expected":${codeOf(append.expected)},` +
    `${partsOf(append.events[0])},${more}${rest === undefined ? '' : `,"rest":${rest}`}}`
  );
}

function appendedOf([outcome, revision, tx, place]: Row, append: WrittenAppend): Appended {
  if (outcome === 'ok' || outcome === 'again')
    return { revision: Number(revision), position: positionOf(tx!, place!) };
  throw refusalOf(outcome!, Number(revision), append);
}

const refusalOf = (outcome: string, actual: number, { stream, expected }: StreamCheck): Error =>
  outcome === 'deleted' ? new StreamDeleted(stream) : new WrongExpectedVersion(stream, expected, actual);
