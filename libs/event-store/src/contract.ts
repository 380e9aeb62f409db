import { afterAll, beforeAll, describe } from '@jest/globals';
import { appendingContract } from './contract/appending.js';
import type { StoreUnderTest } from './contract/kit.js';
import { readingContract } from './contract/reading.js';
import { streamsContract } from './contract/streams.js';

export { anEvent, type StoreUnderTest } from './contract/kit.js';

/** What every adapter of the log must do. It needs nothing of the store but the port: each test has its own tenant. */
export function eventStoreContract(name: string, open: () => Promise<StoreUnderTest>): void {
  describe(`the log: ${name}`, () => {
    let log: StoreUnderTest;
    beforeAll(async () => {
      log = await open();
    });
    afterAll(() => log.close());
    appendingContract(() => log);
    readingContract(() => log);
    streamsContract(() => log);
  });
}
