import pg from 'pg';

/** The first keys of the advisory locks on a running job and on the pool of workers of the process that runs it. */
export const jobLockKeys = { job: 72_707_004, pool: 72_707_005 } as const;

/** The lock on a running job. */
export interface JobLock {
  /** Aborted when the connection that holds the lock is lost: another process may then run the job. */
  readonly lost: AbortSignal;
  readonly release: () => Promise<void>;
}

/**
 * Postgres ends a connection whose client has disappeared without closing it, such as a machine without power, after 25
 * seconds. It never ends one because the job takes long.
 */
const connectionOptions =
  '-c statement_timeout=0 -c lock_timeout=0 -c idle_session_timeout=0 -c tcp_keepalives_idle=10 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=3';

/**
 * Locks a job, and the pool of workers that runs it, on a connection of its own, which ends with this process, however
 * that ends. Waits while another process holds the lock on the job. The jobs of one pool share the lock on the pool.
 * @throws Error if the database cannot be reached, or `signal` is aborted before the lock is acquired
 */
export async function lockJob(
  url: string,
  { job, pool, signal }: { job: string; pool: string; signal: AbortSignal },
): Promise<JobLock> {
  const lost = new AbortController();
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: 5_000,
    application_name: 'chancery job',
    options: connectionOptions,
    keepAlive: true,
  });
  client.on('error', () => lost.abort());
  client.on('end', () => lost.abort());
  await client.connect();
  // Ending the connection is the only way to stop waiting for a lock.
  const stopWaiting = () => void client.end().catch(() => lost.abort());
  signal.addEventListener('abort', stopWaiting, { once: true });
  try {
    signal.throwIfAborted();
    await client.query('SELECT pg_advisory_lock_shared($1, hashtext($2))', [jobLockKeys.pool, pool]);
    await client.query('SELECT pg_advisory_lock($1, hashtext($2))', [jobLockKeys.job, job]);
  } catch (error) {
    await client.end();
    throw error;
  } finally {
    signal.removeEventListener('abort', stopWaiting);
  }
  return { lost: lost.signal, release: () => client.end() };
}
