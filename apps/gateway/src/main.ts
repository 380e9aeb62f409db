import { runAsProcess } from '@rapport/platform';
import { startGateway } from './start.js';

await runAsProcess('gateway', startGateway);
