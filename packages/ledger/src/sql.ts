import type { Pool, PoolClient } from 'pg';

/** Whatever statements can be run on. */
export type Queryable = Pick<PoolClient, 'query'>;

/** A name of ours (codebook, catalog) as an SQL identifier. */
export function ident(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** Words of ours (codebook) as an SQL string. Values of users are bound, never written. */
export function literal(words: string): string {
  return `'${words.replaceAll("'", "''")}'`;
}

/** Runs `work` in one transaction on a connection of the pool: committed if it returns, rolled back if it throws. */
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

/** Runs `work` on one connection of the pool. A connection that broke is thrown away rather than given back. */
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
    // The connection is gone, and the transaction with it; what went wrong first is what the caller must hear of.
    throw new RollbackFailed('the connection broke during a transaction', { cause });
  }
}

/**
 * What is asked for now and awaited later, so that Postgres and this process work at the same time. Its failure is heard by
 * whoever awaits it: until then it must not end the process for want of a listener.
 */
export function ahead<Result>(asked: Promise<Result>): Promise<Result> {
  asked.catch(() => undefined);
  return asked;
}
