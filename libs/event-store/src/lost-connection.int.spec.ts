import { createPool } from '@rapport/platform/database';
import { freshDatabase, type FreshDatabase } from '@rapport/testing/embedded';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type pg from 'pg';

describe('a connection that breaks while it is in use', () => {
  let database: FreshDatabase;
  let pool: pg.Pool;
  const broken: Error[] = [];
  beforeAll(async () => {
    database = await freshDatabase('lost');
    pool = createPool(database.ownerUrl, {
      max: 1,
      idleInTransactionTimeout: 50,
      onError: (error) => broken.push(error),
    });
  });
  afterAll(async () => {
    await pool.end();
    await database.drop();
  });

  it('fails the work on it, is told, and is replaced; the process goes on', async () => {
    const client = await pool.connect();
    await client.query('begin');
    await new Promise((resolve) => client.once('end', resolve));
    await expect(client.query('select 1')).rejects.toThrow(/not queryable|closed|terminated/iu);
    client.release();
    expect(broken.map(({ message }) => message)).toContainEqual(
      expect.stringContaining('idle-in-transaction timeout'),
    );
    const { rows } = await pool.query('select 1 as one');
    expect(rows).toEqual([{ one: 1 }]);
  });
});
