import type pg from 'pg';

/** The setting that says that every spell of the register has been attested once, since when merges keep it so. */
const setting = 'attested';

/** Whether it is known of every spell of the register until when it is attested. */
export async function isAttested(desk: pg.Pool): Promise<boolean> {
  const { rows } = await desk.query('SELECT FROM desk.setting WHERE name = $1', [setting]);
  return rows.length > 0;
}

/** Notes that every spell of the register has been attested. */
export async function noteAttested(desk: pg.Pool): Promise<void> {
  await desk.query("INSERT INTO desk.setting (name, value) VALUES ($1, 'true') ON CONFLICT DO NOTHING", [setting]);
}
