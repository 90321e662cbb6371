export { readEnvironment } from './read-environment.ts';
export { portSchema, postgresUrl, settings } from './settings.ts';
