import type { Pool } from 'pg';
import { inTransaction } from '../sql.ts';
import { attest } from './attest.ts';
import { createStage } from './stage.ts';

/**
 * Computes `attestedUntil` of every spell that may lapse, for registers whose spells were recorded before the column
 * existed. The value follows from the evidence in the register, so no revision is added: it is written to the rows of
 * the latest revision, and rows of earlier revisions stay unchanged.
 */
export async function attestAllSpells(writer: Pool): Promise<void> {
  await inTransaction(writer, async (client) => {
    await client.query('SET LOCAL statement_timeout = 0');
    await createStage(client);
    const { rows } = await client.query<{ number: number }>('SELECT number FROM ledger.head FOR UPDATE');
    await client.query("SELECT set_config('chancery.revision', $1, true)", [String(rows[0]?.number ?? 0)]);
    await attest(client, { all: true });
  });
}
