import type { Pool, PoolClient } from 'pg';
import { cacheBytes } from '../cache/cache-bytes.ts';
import type { CacheSize } from '../cache/cache-size.ts';
import { type NameLimits, namePrefix, StatementNames } from './statement-names.ts';

/** Runs the statements of readers. One runner serves all readers of a pool, because they share its connections. */
export interface StatementRunner {
  /** Runs a statement. Returns its rows as arrays. Rejects with the error of Postgres or of the connection. */
  readonly run: (text: string, values: readonly unknown[]) => Promise<readonly (readonly unknown[])[]>;
  /** Returns how many statements have a name, and the bytes of all texts that the runner holds. */
  readonly size: () => CacheSize;
}

// Measured: a prepared statement takes 120 to 210 bytes of each connection for each character, so that the statements
// with a name take up to 80 MB of a connection.
const maxNamedLength = 384 * 1024;

const defaultLimits: NameLimits = {
  maxNames: 300,
  maxNamedLength,
  maxCountedBytes: cacheBytes.statements - maxNamedLength,
};

/**
 * Creates a runner for a pool. Statements that are used often get a name, so that Postgres keeps them prepared; a
 * statement that loses its name is deallocated on each connection before the connection is next used.
 */
export function createStatementRunner(pool: Pick<Pool, 'connect'>, limits: Partial<NameLimits> = {}): StatementRunner {
  const allLimits = { ...defaultLimits, ...limits };
  const names = new StatementNames(allLimits);
  const removalsSeen = new WeakMap<PoolClient, number>();

  const deallocate = async (client: PoolClient): Promise<void> => {
    const { removals } = names;
    if (removalsSeen.get(client) === removals) return;
    const prepared = preparedOn(client);
    const stale = Object.keys(prepared).filter((name) => name.startsWith(namePrefix) && !names.has(name));
    if (stale.length > 0) {
      await client.query(stale.map((name) => `DEALLOCATE "${name}"`).join('; '));
      for (const name of stale) delete prepared[name];
    }
    removalsSeen.set(client, removals);
  };

  return {
    run: async (text, values) => {
      const client = await pool.connect();
      let lost: Error | undefined;
      // The pool handles errors of idle connections only. The statement rejects too: only keep the process alive.
      const onError = (error: Error) => {
        lost = error;
      };
      client.on('error', onError);
      let failure: unknown;
      try {
        await deallocate(client);
        // Name the statement last: meanwhile another one may have taken its name.
        const name = names.use(text);
        const query = { ...(name === undefined ? {} : { name }), text, values, rowMode: 'array' };
        const { rows } = await client.query<unknown[]>(query as never);
        return rows as unknown as unknown[][];
      } catch (error) {
        failure = error;
        throw error;
      } finally {
        client.off('error', onError);
        // As in pool.query, a connection on which a statement failed is closed.
        client.release(lost ?? (failure === undefined ? undefined : true));
      }
    },
    size: () => {
      const { names: entries, namedLength, countedBytes } = names.size();
      return {
        name: 'statements',
        entries,
        bytes: namedLength + countedBytes,
        maxBytes: allLimits.maxNamedLength + allLimits.maxCountedBytes,
      };
    },
  };
}

/**
 * Returns the names and texts of the statements that `pg` knows to be prepared on a connection. It is not part of the
 * types of `pg`: a test checks that it still holds with the installed version.
 */
function preparedOn(client: PoolClient): Record<string, string> {
  return (client as unknown as { connection: { parsedStatements: Record<string, string> } }).connection
    .parsedStatements;
}
