import type { Pool } from 'pg';
import { inTransaction } from '../sql.ts';
import { attest } from './attest.ts';
import { makeStage } from './stage.ts';

/**
 * Works out until when every spell of the register is attested, for a register that recorded them before that was kept and
 * has nothing else to change. It follows from the citations that stand, so it is no revision of its own: the rows of the
 * latest revision gain it, and those of earlier revisions stay as they were.
 */
export async function attestStanding(writer: Pool): Promise<void> {
  await inTransaction(writer, async (client) => {
    await client.query('SET LOCAL statement_timeout = 0');
    await makeStage(client);
    const { rows } = await client.query<{ number: number }>('SELECT number FROM ledger.head FOR UPDATE');
    await client.query("SELECT set_config('chancery.revision', $1, true)", [String(rows[0]?.number ?? 0)]);
    await attest(client, { all: true });
  });
}
