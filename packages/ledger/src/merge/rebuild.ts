import type { Pool } from 'pg';
import { inTransaction } from '../sql.ts';
import { apply } from './apply.ts';
import { mergedOperations } from './merged-operations.ts';
import { makeStage, stage, stageIsFull } from './stage.ts';
import { withhold } from './withhold.ts';

/**
 * Builds a register from a ledger's operations alone, revision by revision, in an empty database: the proof that the
 * ledger holds all. `source` is read, `target` is written.
 */
export async function rebuild(source: Pool, target: Pool): Promise<number> {
  const { rows } = await source.query<{ number: number; at: Date }>(
    'SELECT number, at FROM ledger.revision ORDER BY number',
  );
  for (const { number, at } of rows) {
    await inTransaction(target, async (client) => {
      await makeStage(client);
      for await (const batch of mergedOperations(source, number)) await stage(client, batch);
      await stageIsFull(client);
      await apply(client, number);
      await withhold(client, number);
      await client.query('UPDATE ledger.head SET number = $1, at = $2', [number, at]);
    });
  }
  return rows.length;
}
