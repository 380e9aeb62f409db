import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { Redis } from 'ioredis';
import { redisServer } from '../../libs/testing/dist/embedded/index.js';
import { eventually, freePort } from './place.mjs';

export const redisIsThere = () => redisServer() !== undefined;

/** A Redis of its own that keeps nothing on disk: killed, it comes back empty at the same place. */
export async function openRedis() {
  const port = await freePort();
  const quiet = ['--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--loglevel', 'warning'];
  let child;
  const ask = async (...command) => {
    const client = new Redis({ port, maxRetriesPerRequest: 0, retryStrategy: null, lazyConnect: true });
    client.on('error', () => undefined);
    try {
      await client.connect();
      return await client.call(...command);
    } finally {
      client.disconnect();
    }
  };
  const start = async () => {
    child = spawn(redisServer(), ['--port', String(port), '--dir', tmpdir(), ...quiet], { stdio: 'ignore' });
    await eventually('redis answers', () => ask('PING'));
  };
  const kill = async () => {
    const end = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await end;
  };
  await start();
  return {
    url: `redis://127.0.0.1:${port}`,
    forgetAll: () => ask('FLUSHALL'),
    /** `noeviction` is what BullMQ wants: a full Redis refuses, it forgets nothing. */
    limit: (bytes) => ask('CONFIG', 'SET', 'maxmemory', bytes),
    kill,
    start,
  };
}
