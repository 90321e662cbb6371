import pg from 'pg';
import type { Logger } from 'pino';
import type { Settings } from './env.ts';

const readOptions =
  '-c DateStyle=ISO -c statement_timeout=3000 -c idle_in_transaction_session_timeout=15000 -c lock_timeout=3000';

/**
 * The pools: the login, the maximum number of connections, and the parameters of each connection. Timeouts are in
 * milliseconds; the ledger lifts them during submissions and merges. `deskReader` reads the register for the desk, which
 * sees fields and withheld facts that the login of the public endpoint need not read.
 */
const poolKinds = {
  reader: {
    login: 'reader',
    max: 10,
    options: readOptions,
  },
  deskReader: {
    login: 'desk',
    max: 6,
    options: `${readOptions} -c default_transaction_read_only=on`,
  },
  desk: {
    login: 'desk',
    max: 10,
    options:
      '-c DateStyle=ISO -c statement_timeout=10000 -c idle_in_transaction_session_timeout=15000 -c lock_timeout=3000',
  },
  writer: {
    login: 'writer',
    max: 6,
    options: '-c DateStyle=ISO -c statement_timeout=10000 -c idle_in_transaction_session_timeout=15000',
  },
} as const;

/**
 * Creates a pool of connections of one kind, of at most `max` connections. Opens connections on demand; logs lost idle
 * connections.
 */
export function poolOf<Kind extends keyof typeof poolKinds>(
  kind: Kind,
  urls: Pick<Settings['urls'], (typeof poolKinds)[Kind]['login']>,
  log: Logger,
  max: number = poolKinds[kind].max,
): pg.Pool {
  const { login, options }: { login: (typeof poolKinds)[Kind]['login']; options: string } = poolKinds[kind];
  const pool = new pg.Pool({
    connectionString: urls[login],
    max,
    options,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    maxLifetimeSeconds: 1_800,
    application_name: 'chancery',
  });
  // The pool opens a new connection when it next needs one, so a lost idle connection is only logged.
  pool.on('error', (error) => log.warn({ err: error }, 'lost an idle connection to the database'));
  return pool;
}
