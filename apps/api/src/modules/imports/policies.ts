import { isAtLeast, type Viewer } from '../../auth/viewer.ts';
import type { SignedInContext } from '../../endpoints/desk-context.ts';
import type { Policy } from '../module.ts';
import { refuse } from '../policies.ts';

/** True if the user started the import, or if there is no such import: the operation itself reports that. */
async function isStarter(viewer: Viewer, id: string, { services }: SignedInContext): Promise<boolean> {
  const found = await services.client.import.findUnique({ where: { id }, select: { startedBy: true } });
  return !found || found.startedBy === viewer.id;
}

/** Allows the user who started the import in the argument `import`, and any user if there is no such import. */
export const importStarter: Policy<{ readonly import: string }> = async (viewer, args, context) =>
  (await isStarter(viewer, args.import, context)) ? true : refuse('Only the user who started the import may do this.');

/** Allows admins and the user who started the import in the argument `import`; any user if there is no such import. */
export const importStarterOrAdmin: Policy<{ readonly import: string }> = async (viewer, args, context) =>
  isAtLeast(viewer.role, 'ADMIN') || (await isStarter(viewer, args.import, context))
    ? true
    : refuse('Only the user who started the import or an admin may do this.');

/**
 * Allows editors, admins and the user who started the import in the argument `id`; any user if there is no such import.
 */
export const importStarterOrEditor: Policy<{ readonly id: string }> = async (viewer, { id }, context) =>
  isAtLeast(viewer.role, 'EDITOR') || (await isStarter(viewer, id, context))
    ? true
    : refuse('Contributors can only see their own imports. Ask an editor to look at this one.');

/** Allows editors, and the user who saved the mapping in the argument `id`. */
export const mappingOwnerOrEditor: Policy<{ readonly id: string }> = async (viewer, { id }, { services }) => {
  if (isAtLeast(viewer.role, 'EDITOR')) return true;
  const found = await services.client.importMapping.findUnique({ where: { id }, select: { by: true } });
  // The operation itself reports that there is no such mapping.
  return !found || found.by === viewer.id
    ? true
    : refuse('Contributors can only delete their own mappings. Ask an editor to delete this one.');
};
