import { eventStoreContract } from './contract.js';
import { openMemoryStore } from './memory.js';

eventStoreContract('in memory', async () => {
  const store = openMemoryStore();
  return {
    here: store,
    there: store,
    another: async () => openMemoryStore(),
    close: () => store.close(),
  };
});
