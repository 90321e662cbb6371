import { findChangeset } from '@chancery/ledger';
import { isAtLeast, type Role, type Viewer } from '../auth/viewer.ts';
import type { SignedInContext } from '../endpoints/desk-context.ts';
import type { Policy, PolicyDecision } from './module.ts';

/** Returns the decision to refuse an operation, with the reason in a sentence. */
export const refuse = (refused: string): PolicyDecision => ({ refused });

/** Allows any signed-in user. */
export const anyUser: Policy = () => true;

/** Allows users with at least the given role. */
export function atLeastRole(role: Role): Policy {
  const allowed = { CONTRIBUTOR: 'users', EDITOR: 'editors and admins', ADMIN: 'admins' }[role];
  return (viewer) => (isAtLeast(viewer.role, role) ? true : refuse(`Only ${allowed} may do this. Ask one of them.`));
}

/** Allows the author of the changeset in the argument `changeset`, and any user if there is no such changeset. */
export const changesetAuthor: Policy<{ readonly changeset: string }> = async (viewer, args, context) =>
  (await isAuthor(viewer, args.changeset, context))
    ? true
    : refuse('Only the author of the changeset may do this. Ask the author in a comment on the changeset.');

/**
 * Allows admins and the author of the changeset in the argument `changeset`; any user if there is no such changeset.
 */
export const changesetAuthorOrAdmin: Policy<{ readonly changeset: string }> = async (viewer, args, context) =>
  isAtLeast(viewer.role, 'ADMIN') || (await isAuthor(viewer, args.changeset, context))
    ? true
    : refuse(
        'Only the author of the changeset or an admin may do this. Ask one of them in a comment on the changeset.',
      );

/** True if the user is the author, or if there is no such changeset: the operation itself reports that. */
async function isAuthor(viewer: Viewer, id: string, { services }: SignedInContext): Promise<boolean> {
  const found = await findChangeset(services.pools.desk, id);
  return !found || found.authorId === viewer.id;
}
