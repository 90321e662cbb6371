import type { Pool, PoolClient } from 'pg';

/** A connection or pool that can run statements. */
export type Queryable = Pick<PoolClient, 'query'>;

/** Quotes a name from the codebook or the catalog as an SQL identifier. */
export function ident(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** Quotes text from the codebook as an SQL string. User input must be bound as a parameter instead. */
export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** Runs `work` in one transaction on a connection of the pool. Commits if `work` succeeds, rolls back if it throws. */
export async function inTransaction<Result>(
  pool: Pool,
  work: (client: PoolClient) => Promise<Result>,
): Promise<Result> {
  return withConnection(pool, async (client) => {
    await client.query('BEGIN');
    try {
      const result = await work(client);
      await client.query('COMMIT');
      return result;
    } catch (error) {
      await rollBack(client, error);
      throw error;
    }
  });
}

/** Runs `work` on one connection of the pool. A broken connection is destroyed, not returned to the pool. */
export async function withConnection<Result>(
  pool: Pool,
  work: (client: PoolClient) => Promise<Result>,
): Promise<Result> {
  const client = await pool.connect();
  let broken: Error | undefined;
  const onError = (error: Error) => {
    broken = error;
  };
  client.on('error', onError);
  try {
    return await work(client);
  } catch (error) {
    if (error instanceof RollbackFailed) broken = error;
    throw error instanceof RollbackFailed ? error.cause : error;
  } finally {
    client.off('error', onError);
    client.release(broken);
  }
}

class RollbackFailed extends Error {}

async function rollBack(client: PoolClient, cause: unknown): Promise<void> {
  try {
    await client.query('ROLLBACK');
  } catch {
    // The connection is lost and the transaction with it. The caller must get the first error, not this one.
    throw new RollbackFailed('The connection broke during a transaction', { cause });
  }
}

/**
 * Returns the promise of a query that is awaited later, so that Postgres and this process work at the same time. Marks
 * it as handled: otherwise a rejection before the `await` would end the process. The `await` still throws the
 * rejection.
 */
export function awaitLater<Result>(pending: Promise<Result>): Promise<Result> {
  pending.catch(() => undefined);
  return pending;
}
