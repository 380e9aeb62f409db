export { startAssessment } from './start.js';
