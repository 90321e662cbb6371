import { atLeast, type Viewer } from '../../auth/viewer.ts';
import type { SignedInContext } from '../../endpoints/desk-context.ts';
import type { Policy } from '../module.ts';
import { refuse } from '../policies.ts';

/** True if the user started the import, or if there is no such import: the operation itself reports that. */
async function isStarter(viewer: Viewer, id: string, { services }: SignedInContext): Promise<boolean> {
  const found = await services.client.import.findUnique({ where: { id }, select: { startedBy: true } });
  return !found || found.startedBy === viewer.id;
}

/** Allows the user who started the import in the argument `import`. */
export const importStarter: Policy<{ readonly import: string }> = async (viewer, args, context) =>
  (await isStarter(viewer, args.import, context)) ? true : refuse('Only the user who started an import may do this.');

/** Allows the user who started the import and admins. */
export const importStarterOrAdmin: Policy<{ readonly import: string }> = (viewer, args, context) =>
  atLeast(viewer.role, 'ADMIN') ? true : importStarter(viewer, args, context);

/** Allows the user who started the import in the argument `id` and editors. */
export const importStarterOrEditor: Policy<{ readonly id: string }> = async (viewer, { id }, context) =>
  atLeast(viewer.role, 'EDITOR') || (await isStarter(viewer, id, context))
    ? true
    : refuse('Contributors can only see their own imports.');
