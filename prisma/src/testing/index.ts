// For tests alone: a database of one's own in the Postgres that the test run keeps.
export { type FreshDatabase, freshDatabase } from './fresh-database.ts';
export { serveTestDatabases, type TestDatabases } from './test-databases.ts';
export { type TestHome, testHome } from './test-home.ts';
