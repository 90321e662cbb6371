import { atLeast } from '../../auth/viewer.ts';
import type { Policy, Verdict } from '../module.ts';

const refuse = (refused: string): Verdict => ({ refused });

/** Whether an import that an argument names was started by whoever asks. Whether it is there is for the operation to say. */
async function isStarter(
  viewer: Parameters<Policy>[0],
  id: unknown,
  { services }: Parameters<Policy>[2],
): Promise<boolean> {
  const found = await services.client.import.findUnique({ where: { id: String(id) }, select: { startedBy: true } });
  return !found || found.startedBy === viewer.id;
}

/** Whoever started the import that the argument `import` names. */
export const importStarter: Policy = async (viewer, args, context) =>
  (await isStarter(viewer, args.import, context)) ? true : refuse('Only whoever started an import may do this.');

/** Whoever started it, or an admin. */
export const importStarterOrAdmin: Policy = async (viewer, args, context) =>
  atLeast(viewer.role, 'ADMIN') ? true : importStarter(viewer, args, context);

/** Whoever started the import that the argument `id` names, or an editor. */
export const importStarterOrEditor: Policy = async (viewer, args, context) =>
  atLeast(viewer.role, 'EDITOR') || (await isStarter(viewer, args.id, context))
    ? true
    : refuse('Contributors see their own imports.');
