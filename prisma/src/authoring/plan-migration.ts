import type pg from 'pg';
import { dropStatement, readCodebookObjects, selectChanged, type WantedObject } from './codebook-objects.ts';

/**
 * Returns the SQL of the migration that brings the connected database up to the Prisma schema and the codebook; an
 * empty string if it is up to date. `schemaScript` is Prisma's part of the migration, `wanted` the checks and indexes
 * that the codebook requires. Tries out all SQL on the database, in transactions that are rolled back.
 */
export async function planMigration(client: pg.Client, schemaScript: string, wanted: WantedObject[]): Promise<string> {
  const before = await readCodebookObjects(client);
  const goal = await runAndRollBack(client, [
    ...[...before.values()].map(dropStatement),
    schemaScript,
    ...statementsOf(wanted),
  ]);
  const drops = selectChanged(before.values(), before, goal).map(dropStatement);
  // Dropping and re-adding a column drops its checks and indexes too, so compare again after the schema's part.
  const afterSchema = await runAndRollBack(client, [...drops, schemaScript]);
  const missing = selectChanged(wanted, afterSchema, goal);
  const parts = [drops.join('\n'), schemaScript, statementsOf(missing).join('\n')].filter((part) => part !== '');
  await runAndRollBack(client, parts);
  return parts.length === 0 ? '' : `${parts.join('\n\n')}\n`;
}

/** Runs statements in a transaction, rolls it back, and returns the codebook objects as the statements left them. */
async function runAndRollBack(client: pg.Client, statements: string[]) {
  await client.query('begin');
  try {
    await client.query(statements.join('\n'));
    return await readCodebookObjects(client);
  } finally {
    await client.query('rollback');
  }
}

function statementsOf(wanted: WantedObject[]): string[] {
  return wanted.map(({ sql }) => (sql.trimEnd().endsWith(';') ? sql.trimEnd() : `${sql.trimEnd()};`));
}
