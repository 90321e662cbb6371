// The tables of the desk through Prisma. This is a separate entry point (@chancery/prisma/desk), so that packages that
// use SQL do not load generated code.
import { PrismaPg } from '@prisma/adapter-pg';
import type pg from 'pg';
import { PrismaClient } from './generated/client/client.ts';

/** Prisma's client with the tables of the desk. The desk login cannot write to tables of the register. */
export type DeskClient = PrismaClient;
/** Rows of tables of the desk, as the client returns them. */
export type {
  Comment as StoredComment,
  Import as StoredImport,
  ImportMapping as StoredMapping,
  ImportRow as StoredRow,
} from './generated/client/client.ts';

/** Creates a Prisma client over a pool with the desk login. The caller owns the pool and ends it. */
export function deskClient(pool: pg.Pool): DeskClient {
  return new PrismaClient({ adapter: new PrismaPg(pool) });
}
