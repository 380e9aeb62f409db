import { runAsProcess } from '@rapport/platform';
import { startAssessment } from './start.js';

await runAsProcess('assessment', startAssessment);
