import { systemAccountId } from '@chancery/ledger';
import type pg from 'pg';

/** The role of the account under which Chancery merges its own corrections. No session can have this role. */
export const systemRole = 'SYSTEM';

/**
 * Creates the system account if it is missing and returns its id. It has no password and its address receives no mail,
 * so nobody can sign in with it.
 */
export async function ensureSystemAccount(desk: pg.Pool): Promise<string> {
  await desk.query(
    `INSERT INTO desk."user" (id, name, email, role, email_verified, updated_at) VALUES ($1, $2, $3, $4, false, now())
     ON CONFLICT (id) DO NOTHING`,
    [systemAccountId, 'Chancery (system)', 'system@chancery.invalid', systemRole],
  );
  return systemAccountId;
}
