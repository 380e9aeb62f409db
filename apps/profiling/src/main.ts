import { runAsProcess } from '@rapport/platform';
import { startProfiling } from './start.js';

await runAsProcess('profiling', startProfiling);
