export { startProfiling } from './start.js';
