import type { StoredImport } from '@chancery/prisma/desk';
import type { SignedInContext } from '../../endpoints/desk-context.ts';
import type { DeskModule, ResolverOutput } from '../module.ts';

/** Defines the result types that the mutations of imports share. */
export const importResults = {
  sdl: `
"""The import after the change."""
type ImportChanged { import: Import! }
"""The state of the import does not allow the operation; the message says what to do."""
type ImportNotReady { message: String! import: Import! }
type NoSuchImport { message: String! }
union ImportResult = ImportChanged | ImportNotReady | NoSuchImport`,
} satisfies DeskModule;

/** The result that every mutation of an import can have. */
export type ImportResult = ResolverOutput<'ImportResult'>;

/** Returns the result for an import that does not exist. */
export const noSuchImport = (): ImportResult => ({
  __typename: 'NoSuchImport',
  message: 'There is no import with this id. Open it from the list of imports.',
});

/** Returns the result for an import that was changed. */
export const importChanged = (stored: StoredImport): ImportResult => ({ __typename: 'ImportChanged', import: stored });

/** Returns the result for an import that is not ready for the operation; `message` says what to do. */
export const importNotReady = (stored: StoredImport, message: string): ImportResult => ({
  __typename: 'ImportNotReady',
  message,
  import: stored,
});

/**
 * Runs `act` on an import that exists and is neither running, written nor cancelled. For any other import, returns the
 * result that says why it cannot be changed.
 */
export async function whenIdle<Result>(
  id: string,
  { services: { client } }: SignedInContext,
  act: (stored: StoredImport) => Promise<Result>,
): Promise<Result | ImportResult> {
  const stored = await client.import.findUnique({ where: { id } });
  if (!stored) return noSuchImport();
  const reason = busyReason(stored);
  return reason ? importNotReady(stored, reason) : act(stored);
}

/** Why an expired import cannot be changed. */
export const expiredMessage = 'The import has expired, and its files are deleted. Upload them again to a new import.';

/** Returns the reason why an import cannot be changed; `undefined` if it can. */
function busyReason({ status }: StoredImport): string | undefined {
  switch (status) {
    case 'CHECKING':
    case 'WRITING':
      return 'The import is running. Wait until it is done, or cancel it.';
    case 'WRITTEN':
      return 'The import has already been written. Edit its changeset, or start another import.';
    case 'CANCELLED':
      return 'The import was cancelled. Start another import.';
    case 'EXPIRED':
      return expiredMessage;
    default:
      return undefined;
  }
}
