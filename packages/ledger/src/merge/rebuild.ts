import type { Pool } from 'pg';
import { inTransaction } from '../sql.ts';
import { apply } from './apply.ts';
import { mergedOperations } from './merged-operations.ts';
import { createStage, indexStage, stage } from './stage.ts';
import { withhold } from './withhold.ts';

/**
 * Rebuilds the register of `source` in the empty database `target`, revision by revision, from the operations in the
 * ledger. This proves that the ledger is complete. Returns the number of revisions.
 */
export async function rebuild(source: Pool, target: Pool): Promise<number> {
  const { rows } = await source.query<{ number: number; at: Date }>(
    'SELECT number, at FROM ledger.revision ORDER BY number',
  );
  for (const { number, at } of rows) {
    await inTransaction(target, async (client) => {
      await createStage(client);
      for await (const batch of mergedOperations(source, number)) await stage(client, batch);
      await indexStage(client);
      await apply(client, number);
      await withhold(client, number);
      await client.query('UPDATE ledger.head SET number = $1, at = $2', [number, at]);
    });
  }
  return rows.length;
}
