import pg from 'pg';
import type { Logger } from 'pino';
import type { Settings } from './env.ts';

/**
 * Pool options for each login: the maximum number of connections, and the parameters of each connection. Timeouts are
 * in milliseconds; the ledger lifts them during submissions and merges.
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

/** Creates a pool of connections for one of the logins. Opens connections on demand; logs lost idle connections. */
export function poolOf(login: keyof typeof logins, urls: Settings['urls'], log: Logger): pg.Pool {
  const pool = new pg.Pool({
    connectionString: urls[login],
    ...logins[login],
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    maxLifetimeSeconds: 1_800,
    application_name: 'chancery',
  });
  // The pool opens a new connection when it next needs one, so a lost idle connection is only logged.
  pool.on('error', (error) => log.warn({ err: error }, 'lost an idle connection to the database'));
  return pool;
}
