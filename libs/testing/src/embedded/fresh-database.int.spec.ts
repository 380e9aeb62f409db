import { appUrl, createPool } from '@rapport/platform/database';
import { inTenant } from '../tenants.js';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import { TENANT_A, TENANT_B } from '../tenants.js';
import { freshDatabase, type FreshDatabase } from './fresh-database.js';

describe('a fresh database', () => {
  let database: FreshDatabase;
  let owner: pg.Pool;
  let app: pg.Pool;

  beforeAll(async () => {
    database = await freshDatabase('fresh');
    owner = createPool(database.ownerUrl, { max: 1 });
    app = createPool(database.appUrl, { max: 1, statementTimeout: 300 });
    await owner.query(`
      create table notes (tenant_id uuid not null, note text not null);
      alter table notes enable row level security;
      alter table notes force row level security;
      create policy own on notes using (tenant_id = current_setting('app.tenant')::uuid)
        with check (tenant_id = current_setting('app.tenant')::uuid);
      grant select, insert on notes to rapport_app;`);
  });
  afterAll(async () => {
    await app.end();
    await owner.end();
    await database.drop();
  });

  const note = (tenant: string, text: string, as = tenant): Promise<unknown> =>
    inTenant(app, tenant, (client) => client.query('insert into notes values ($1, $2)', [as, text]));
  const notes = (tenant: string): Promise<string[]> =>
    inTenant(app, tenant, async (client) =>
      (await client.query<{ note: string }>('select note from notes')).rows.map((row) => row.note),
    );

  it('is entered by the services as a role that may bypass nothing', async () => {
    const { rows } = await app.query(
      'select current_user as me, rolsuper, rolbypassrls, rolcanlogin from pg_roles where rolname = current_user',
    );
    expect(rows).toEqual([{ me: 'rapport_app', rolsuper: false, rolbypassrls: false, rolcanlogin: false }]);
  });

  it('shows a tenant only its own rows, on one and the same connection', async () => {
    await note(TENANT_A, 'of a');
    await note(TENANT_B, 'of b');
    expect([await notes(TENANT_A), await notes(TENANT_B)]).toEqual([['of a'], ['of b']]);
  });

  it('refuses to write for another tenant, and to read without one', async () => {
    await expect(note(TENANT_A, 'smuggled', TENANT_B)).rejects.toMatchObject({ code: '42501' });
    await expect(app.query('select * from notes')).rejects.toThrow(/invalid input syntax for type uuid/);
  });

  it('undoes what a failing piece of work wrote', async () => {
    const failing = inTenant(app, TENANT_A, async (client) => {
      await client.query('insert into notes values ($1, $2)', [TENANT_A, 'lost']);
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    expect(await notes(TENANT_A)).not.toContain('lost');
  });

  it('ends a statement that takes too long', async () => {
    await expect(app.query('select pg_sleep(5)')).rejects.toMatchObject({ code: '57014' });
  });

  it('keeps other options of the URL when it becomes the services’ URL', () => {
    const url = new URL(appUrl('postgresql://u:p@h:1/d?sslmode=require&options=-c%20search_path%3Dx'));
    expect(url.searchParams.get('sslmode')).toBe('require');
    expect(url.searchParams.get('options')).toBe('-c search_path=x -c role=rapport_app');
  });
});
