import pg from 'pg';
import type { Logger } from 'pino';
import type { Settings } from './env.ts';

/**
 * Limits that Postgres keeps for each login, in milliseconds: the ledger lifts its own for large merges. And how it writes
 * dates, whatever the database was set to.
 */
const logins = {
  reader: {
    max: 10,
    options:
      '-c DateStyle=ISO -c statement_timeout=3000 -c idle_in_transaction_session_timeout=15000 -c lock_timeout=3000',
  },
  desk: {
    max: 10,
    options:
      '-c DateStyle=ISO -c statement_timeout=10000 -c idle_in_transaction_session_timeout=15000 -c lock_timeout=3000',
  },
  writer: {
    max: 6,
    options: '-c DateStyle=ISO -c statement_timeout=10000 -c idle_in_transaction_session_timeout=15000',
  },
};

/** Connections to the database with one of its logins, made as they are needed. */
export function poolOf(login: keyof typeof logins, urls: Settings['urls'], log: Logger): pg.Pool {
  const pool = new pg.Pool({
    connectionString: urls[login],
    ...logins[login],
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    maxLifetimeSeconds: 1_800,
    application_name: 'chancery',
  });
  // An idle connection that the server ended is replaced when next one is needed.
  pool.on('error', (error) => log.warn({ err: error }, 'a connection to the database was lost'));
  return pool;
}
