export { readEnvironment } from './read-environment.ts';
export { portFrom, postgresUrl, settings } from './settings.ts';
