import type { Caller, PersonId, TenantId, UserId } from '@rapport/domain';
import { TENANT_A, TENANT_B } from '@rapport/testing';
import { freshDatabase, type FreshDatabase } from '@rapport/testing/embedded';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import {
  auditEntries,
  auditHead,
  auditTenants,
  auditView,
  inTenant,
  migrateReadModels,
  myAccessReceipts,
  recordAudit,
  verifyAudit,
  type NewAuditEntry,
} from '../index.js';

let database: FreshDatabase;
let app: pg.Pool;
let owner: pg.Pool;
const person = '33333333-0000-4000-8000-000000000001';
/** The owner is above row-level security here. */
const OF_A = `tenant_id = '${TENANT_A}'`;

const entry = (tenantId: TenantId, n: number): NewAuditEntry => ({
  tenantId,
  actor: `user-${n % 3}`,
  action: 'profile.read',
  object: `Assessment/ä ${n}, "'`,
  decision: n % 5 ? 'allow' : 'deny',
  consentRef: n % 3 ? 'release:coach/*' : null,
  subject: person,
  detail: n % 3 ? null : 'c2VhbGVk',
});
const record = (tenant: TenantId, ...entries: NewAuditEntry[]) =>
  inTenant(app, tenant, (client) => recordAudit(client, ...entries));
const numbers = async (tenant: TenantId): Promise<number[]> => {
  const seen: number[] = [];
  for await (const entries of auditEntries(app, tenant)) seen.push(...entries.map(({ seq }) => seq));
  return seen;
};

beforeAll(async () => {
  database = await freshDatabase('audit');
  await migrateReadModels(database.ownerUrl);
  app = new pg.Pool({ connectionString: database.appUrl, max: 12 });
  owner = new pg.Pool({ connectionString: database.ownerUrl, max: 2 });
});
afterAll(async () => {
  await app.end();
  await owner.end();
  await database.drop();
});

describe('the audit log', () => {
  it('has no gap and is whole when many write at once and some of them give up', async () => {
    const writing = Array.from({ length: 60 }, (_, n) => {
      const tenant = n % 2 ? TENANT_A : TENANT_B;
      return inTenant(app, tenant, async (client) => {
        await recordAudit(client, entry(tenant, n), entry(tenant, n + 100));
        if (n % 10 > 7) throw new Error('given up');
      }).catch((error: Error) => error.message);
    });
    const given = (await Promise.all(writing)).filter((answer) => answer === 'given up').length;
    expect(given).toBe(12);
    for (const tenant of [TENANT_A, TENANT_B]) {
      expect(await numbers(tenant)).toEqual(Array.from({ length: 48 }, (_, n) => n + 1));
      const { problem, head } = await verifyAudit(app, tenant);
      expect([problem, head.seq]).toEqual([null, 48]);
      expect(await auditHead(app, tenant)).toEqual(head);
    }
    expect(await auditTenants(app)).toEqual([TENANT_A, TENANT_B]);
  });

  it('makes number, predecessor and hash itself, whatever the writer says', async () => {
    await inTenant(app, TENANT_A, (client) =>
      client.query(
        `insert into audit.entries (tenant_id, seq, at, actor, action, object, decision, prev_hash, hash)
         values ($1, 7, '2020-01-01', 'forger', 'profile.read', 'x', 'allow', 'x', 'x')`,
        [TENANT_A],
      ),
    );
    expect((await verifyAudit(app, TENANT_A)).problem).toBeNull();
    expect((await numbers(TENANT_A)).at(-1)).toBe(49);
  });

  it('lets the services neither change nor remove an entry, and the owner only on purpose', async () => {
    for (const statement of [
      `update audit.entries set actor = 'nobody'`,
      'delete from audit.entries',
      'truncate audit.entries',
    ]) {
      await expect(inTenant(app, TENANT_A, (client) => client.query(statement))).rejects.toMatchObject({
        code: '42501',
      });
      await expect(inTenant(owner, TENANT_A, (client) => client.query(statement))).rejects.toMatchObject({
        code: 'RP003',
      });
    }
  });

  it('keeps firms apart', async () => {
    await expect(record(TENANT_A, entry(TENANT_B, 1))).rejects.toMatchObject({ code: '42501' });
    expect(await numbers(TENANT_B)).toHaveLength(48);
  });

  it('shows what somebody with all rights has changed, and with a kept head what was cut off', async () => {
    const kept = await auditHead(app, TENANT_A);
    const forge = (statement: string) =>
      inTenant(owner, TENANT_A, async (client) => {
        await client.query('set local session_replication_role = replica');
        await client.query(statement);
      });
    await forge(`delete from audit.entries where ${OF_A} and seq > 40`);
    expect((await verifyAudit(app, TENANT_A)).problem).toBeNull();
    expect((await verifyAudit(app, TENANT_A, kept)).problem).toEqual({ kind: 'head-missing', seq: 49 });
    await forge(`update audit.entries set decision = 'allow' where ${OF_A} and seq = 30`);
    await forge(`update audit.entries set actor = 'nobody' where ${OF_A} and seq = 17`);
    expect((await verifyAudit(app, TENANT_A)).problem).toEqual({ kind: 'changed', seq: 17 });
    await forge(`delete from audit.entries where ${OF_A} and seq = 5`);
    expect((await verifyAudit(app, TENANT_A)).problem).toEqual({ kind: 'gap', seq: 5, found: 6 });
    expect((await verifyAudit(app, TENANT_B)).problem).toBeNull();
  });
});

describe('who reads the log', () => {
  const participant = (tenantId: TenantId, personId: string): Caller => ({
    kind: 'participant',
    tenantId,
    personId: personId as PersonId,
  });
  const staff = (userId: string, ...roles: ('firm-admin' | 'consultant')[]): Caller => ({
    kind: 'user',
    tenantId: TENANT_B,
    userId: userId as UserId,
    roles,
    clientId: null,
    engagements: [],
  });
  const page = { first: 100, after: null };

  it('a person finds every reading of the own profile, newest first and page by page, and nobody else’s', async () => {
    const caller = participant(TENANT_B, person);
    const first = await myAccessReceipts(app, caller, { first: 20, after: null });
    expect([first.totalCount, first.edges.length, first.hasNextPage]).toEqual([48, 20, true]);
    expect(first.edges[0]!.node).toMatchObject({ own: false, viewerName: null });
    const after = first.edges.at(-1)!.cursor;
    const rest = await myAccessReceipts(app, caller, { first: 100, after });
    const ids = [...first.edges, ...rest.edges].map(({ node }) => node.id);
    expect(new Set(ids).size).toBe(48);
    expect(first.edges.map(({ node }) => node.releasedTo)).toContain('coach');
    expect(first.edges.map(({ node }) => node.allowed)).toContain(false);
    const other = participant(TENANT_B, person.replace(/1$/, '2'));
    expect((await myAccessReceipts(app, other, page)).edges).toEqual([]);
    expect((await myAccessReceipts(app, staff('user-1', 'firm-admin'), page)).edges).toEqual([]);
  });
  it('the administrator all of the firm, a consultant the own acts, a participant nothing of it', async () => {
    const all = await auditView(app, staff('user-9', 'firm-admin'), {}, page);
    expect(all.totalCount).toBe(48);
    expect(all.edges.every(({ node }) => node.subjectId === null)).toBe(true);
    const own = await auditView(app, staff('user-1', 'consultant'), {}, page);
    expect(own.totalCount).toBeGreaterThan(0);
    expect(new Set(own.edges.map(({ node }) => node.actorId))).toEqual(new Set(['user-1']));
    expect((await auditView(app, participant(TENANT_B, person), {}, page)).edges).toEqual([]);
    const none = await auditView(app, staff('user-9', 'firm-admin'), { action: 'erasure.' }, page);
    expect(none.totalCount).toBe(0);
  });
});
