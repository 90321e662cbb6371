// For tests only: new databases in the Postgres of the test run, and ports.
export { type FreshDatabase, freshDatabase } from './fresh-database.ts';
export { reservedPort } from './reserved-port.ts';
export { serveTestDatabases, type TestDatabases } from './test-databases.ts';
export { type TestHome, testHome } from './test-home.ts';
