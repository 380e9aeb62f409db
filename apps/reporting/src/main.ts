import { runAsProcess } from '@rapport/platform';
import { startReporting } from './start.js';

await runAsProcess('reporting', startReporting);
