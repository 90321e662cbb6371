// Storage: the private Postgres, the logins, and the migrations that update a database to this release.
export { withClient, withDatabase } from './connect.ts';
export { createDatabase } from './database.ts';
export { freePort } from './embedded-postgres/free-port.ts';
export {
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
  startEmbeddedPostgres,
} from './embedded-postgres/index.ts';
export { makeHome } from './home.ts';
export { defaultLoginNames, type LoginNames } from './login-names.ts';
export { type DatabaseUrls, ensureLogins, type GivenUrls, type Logins } from './logins.ts';
export { type MigrateOptions, migrate } from './migrate.ts';
export { openStorage, type Storage, type StorageOptions } from './storage.ts';
export { StorageError, type StorageErrorCode } from './storage-error.ts';
