export { ENVIRONMENT_FILE, installationFolders, writeEnvironment } from './environment.js';
