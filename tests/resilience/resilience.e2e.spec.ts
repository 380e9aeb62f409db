import { beforeAll, expect, it } from '@jest/globals';
import { builtProduct, ended, start } from '../e2e/service-process.js';

beforeAll(builtProduct, 300_000);

it('nothing acknowledged is lost and nothing happens twice; every planted mistake is found', async () => {
  const run = start('tests/resilience/run.mjs', {}, ['--kills', '6', '--short', '--seed', '11']);
  const [code, said] = await ended(run);
  expect([code, said]).toEqual([0, expect.stringContaining('4 of 4 planted mistakes caught; 0 wrong')]);
}, 240_000);
