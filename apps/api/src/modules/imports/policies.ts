import { atLeast } from '../../auth/viewer.ts';
import type { Policy, Verdict } from '../module.ts';

const refuse = (refused: string): Verdict => ({ refused });

/** True if the user started the import, or if there is no such import: the operation itself reports that. */
async function isStarter(
  viewer: Parameters<Policy>[0],
  id: unknown,
  { services }: Parameters<Policy>[2],
): Promise<boolean> {
  const found = await services.client.import.findUnique({ where: { id: String(id) }, select: { startedBy: true } });
  return !found || found.startedBy === viewer.id;
}

/** Allows the user who started the import in the argument `import`. */
export const importStarter: Policy = async (viewer, args, context) =>
  (await isStarter(viewer, args.import, context)) ? true : refuse('Only the user who started an import may do this.');

/** Allows the user who started the import and admins. */
export const importStarterOrAdmin: Policy = async (viewer, args, context) =>
  atLeast(viewer.role, 'ADMIN') ? true : importStarter(viewer, args, context);

/** Allows the user who started the import in the argument `id` and editors. */
export const importStarterOrEditor: Policy = async (viewer, args, context) =>
  atLeast(viewer.role, 'EDITOR') || (await isStarter(viewer, args.id, context))
    ? true
    : refuse('Contributors can only see their own imports.');
