import type pg from 'pg';

/**
 * The setting that is present once `attestedUntil` has been computed for all spells. Later merges compute
 * `attestedUntil` for the spells that they change.
 */
const setting = 'attested';

/** True when `attestedUntil` has been computed for all spells of the register. */
export async function hasAttestedAllSpells(desk: pg.Pool): Promise<boolean> {
  const { rows } = await desk.query('SELECT FROM desk.setting WHERE name = $1', [setting]);
  return rows.length > 0;
}

/** Records that `attestedUntil` has been computed for all spells of the register. */
export async function recordAllSpellsAttested(desk: pg.Pool): Promise<void> {
  await desk.query("INSERT INTO desk.setting (name, value) VALUES ($1, 'true') ON CONFLICT DO NOTHING", [setting]);
}
