// The desk's tables through Prisma. An entry of its own (@chancery/prisma/desk), so that rooms which speak SQL load no
// generated code.
import { PrismaPg } from '@prisma/adapter-pg';
import type pg from 'pg';
import { PrismaClient } from './generated/client/client.ts';

export type DeskClient = PrismaClient;

/** Prisma over a pool of the desk's login, which the caller keeps and ends. */
export function deskClient(pool: pg.Pool): DeskClient {
  return new PrismaClient({ adapter: new PrismaPg(pool) });
}
