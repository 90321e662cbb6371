import { type CacheSize, createStatementRunner, type StatementRunner } from '@chancery/reader';
import type { Pool } from 'pg';
import { translateDatabaseError } from './database-errors.ts';
import type { Settings } from './env.ts';
import type { HeadWatch } from './head-watch.ts';

/** The connections that the public endpoint reads with. */
export type ReadPool = Pick<Pool, 'query'>;

/** What the public endpoint reads with. */
export interface PublicReads {
  readonly pool: ReadPool;
  /** Runs statements on the same connections. */
  readonly statements: StatementRunner;
}

/**
 * Returns the URL of the reader on the primary, if the URL of the reader names another server than that of the desk: a
 * replica, or another way to the primary. Roles and passwords of a streaming replica are those of its primary.
 */
export function readerOnPrimary({ reader, desk }: Settings['urls']): string | undefined {
  const [own, primary] = [new URL(reader), new URL(desk)];
  if (own.host === primary.host && own.pathname === primary.pathname) return undefined;
  primary.username = own.username;
  primary.password = own.password;
  return primary.toString();
}

/**
 * Returns what the public endpoint reads with: the pool of the reader. If `primary` is given, that pool is on a replica,
 * and reads come from whichever `head` says. If the replica is lost during a query, the query is repeated on the primary:
 * it only reads.
 */
export function publicReads(reader: Pool, primary: Pool | undefined, head: HeadWatch): PublicReads {
  const statements = createStatementRunner(reader);
  if (!primary) return { pool: reader, statements };
  const primaryStatements = createStatementRunner(primary);
  const prefersPrimary = () => head.reads().problem !== undefined;
  return {
    pool: poolOnEither(reader, primary, prefersPrimary),
    statements: {
      run: (text, values) =>
        read(
          prefersPrimary(),
          () => statements.run(text, values),
          () => primaryStatements.run(text, values),
        ),
      size: () => sum(statements.size(), primaryStatements.size()),
    },
  };
}

/**
 * Returns a pool that sends each query to the replica, or to the primary if `prefersPrimary` says so. If the replica is
 * lost during a query, the query is repeated on the primary.
 */
export function poolOnEither(replica: Pool, primary: Pool, prefersPrimary: () => boolean): ReadPool {
  const query = (...args: Parameters<Pool['query']>) =>
    read(
      prefersPrimary(),
      async () => replica.query(...args),
      async () => primary.query(...args),
    );
  return { query: query as Pool['query'] };
}

async function read<Result>(
  prefersPrimary: boolean,
  onReplica: () => Promise<Result>,
  onPrimary: () => Promise<Result>,
): Promise<Result> {
  if (prefersPrimary) return onPrimary();
  try {
    return await onReplica();
  } catch (error) {
    if (translateDatabaseError(error)?.extensions.code !== 'RETRYABLE') throw error;
    return onPrimary();
  }
}

function sum(one: CacheSize, other: CacheSize): CacheSize {
  return {
    name: one.name,
    entries: one.entries + other.entries,
    bytes: one.bytes + other.bytes,
    maxBytes: one.maxBytes + other.maxBytes,
  };
}
