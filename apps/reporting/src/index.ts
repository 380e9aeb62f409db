export { startReporting } from './start.js';
