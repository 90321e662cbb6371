// For tests only: new databases in the Postgres of the test run.
export { type FreshDatabase, freshDatabase } from './fresh-database.ts';
export { serveTestDatabases, type TestDatabases } from './test-databases.ts';
export { type TestHome, testHome } from './test-home.ts';
