import type { DeskClient } from '@chancery/prisma/desk';
import type { Role } from './viewer.ts';

/** A change of a user's role, or of whether they are suspended. */
export interface PersonChange {
  readonly role?: Role;
  readonly suspended?: boolean;
}

/** The key of the lock under which administrators are removed. The trigger user_keeps_an_admin uses the same. */
const lock = 72_707_003;

/** Whether a change would leave the desk without an active administrator. */
export async function isLastAdmin(
  transaction: Pick<DeskClient, '$executeRaw' | 'user'>,
  { id, role, suspended }: { readonly id: string; readonly role: string; readonly suspended: boolean },
  change: PersonChange,
): Promise<boolean> {
  const isAdmin = role === 'ADMIN' && !suspended;
  const endsAdmin = (change.role !== undefined && change.role !== 'ADMIN') || change.suspended === true;
  if (!isAdmin || !endsAdmin) return false;
  // Held until the end of the transaction, so that two requests cannot each remove the other's administrator.
  await transaction.$executeRaw`SELECT pg_advisory_xact_lock(${lock})`;
  return (await transaction.user.count({ where: { role: 'ADMIN', suspended: false, NOT: { id } } })) === 0;
}
