// The tables of the desk through Prisma. This is a separate entry point (@chancery/prisma/desk), so that packages that
// use SQL do not load generated code.
import { PrismaPg } from '@prisma/adapter-pg';
import type pg from 'pg';
import { type Prisma, PrismaClient } from './generated/client/client.ts';

/** Prisma's client with the tables of the desk. The desk login cannot write to tables of the register. */
export type DeskClient = PrismaClient;
/** Types of the arguments of the client, such as conditions. */
/** Rows of tables of the desk, as the client returns them. */
export type {
  AuditEntry as StoredAuditEntry,
  Comment as StoredComment,
  Import as StoredImport,
  ImportMapping as StoredMapping,
  ImportRow as StoredRow,
  Prisma,
} from './generated/client/client.ts';

/** Creates a Prisma client over a pool with the desk login. The caller owns the pool and ends it. */
export function deskClient(pool: pg.Pool): DeskClient {
  return new PrismaClient({ adapter: new PrismaPg(pool) });
}

/** How long a transaction may wait for a connection, and how long it may take, in milliseconds. */
const transactionLimits = { maxWait: 5_000, timeout: 15_000 };

/**
 * Runs `work` in one transaction: commits if it succeeds, rolls back if it throws. The client that `work` receives joins
 * the transaction with `$transaction` instead of opening another one, so that functions that need a transaction can run
 * inside it.
 */
export function inDeskTransaction<Result>(
  client: DeskClient,
  work: (transaction: DeskClient) => Promise<Result>,
): Promise<Result> {
  return client.$transaction((transaction) => work(joining(transaction)), transactionLimits);
}

function joining(transaction: Prisma.TransactionClient): DeskClient {
  const join = async (work: readonly PromiseLike<unknown>[] | ((client: DeskClient) => Promise<unknown>)) => {
    if (typeof work === 'function') return work(joined);
    const results: unknown[] = [];
    // Prisma sends a statement when it is awaited.
    for (const statement of work) results.push(await statement);
    return results;
  };
  const joined: DeskClient = new Proxy(transaction as DeskClient, {
    get: (target, name) => (name === '$transaction' ? join : Reflect.get(target, name)),
  });
  return joined;
}
