import type pg from 'pg';
import { differing, dropStatement, readCodebookObjects, type Wanted } from './codebook-objects.ts';

/**
 * The migration that brings a database to the schema and the codebook, given Prisma's part of it; empty where nothing
 * is to do. Everything is tried out on the connected database, in transactions that are rolled back.
 */
export async function planMigration(client: pg.Client, schemaScript: string, wanted: Wanted[]): Promise<string> {
  const before = await readCodebookObjects(client);
  const goal = await tryOut(client, [...[...before.values()].map(dropStatement), schemaScript, ...sqlOf(wanted)]);
  const drops = differing(before.values(), before, goal).map(dropStatement);
  // A column that is dropped and made anew takes its checks and indexes with it, so ask again after the schema's part.
  const between = await tryOut(client, [...drops, schemaScript]);
  const missing = differing(wanted, between, goal);
  const parts = [drops.join('\n'), schemaScript, sqlOf(missing).join('\n')].filter((part) => part !== '');
  await tryOut(client, parts);
  return parts.length === 0 ? '' : `${parts.join('\n\n')}\n`;
}

async function tryOut(client: pg.Client, statements: string[]) {
  await client.query('begin');
  try {
    await client.query(statements.join('\n'));
    return await readCodebookObjects(client);
  } finally {
    await client.query('rollback');
  }
}

function sqlOf(wanted: Wanted[]): string[] {
  return wanted.map(({ sql }) => (sql.trimEnd().endsWith(';') ? sql.trimEnd() : `${sql.trimEnd()};`));
}
