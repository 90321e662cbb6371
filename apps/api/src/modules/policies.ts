import { find } from '@chancery/ledger';
import { atLeast, type Role } from '../auth/viewer.ts';
import type { Policy, Verdict } from './module.ts';

/** Refuses an operation, with the reason in a sentence. */
export const refuse = (refused: string): Verdict => ({ refused });

/** Allows any signed-in user. */
export const signedIn: Policy = () => true;

/** Allows users with at least the given role. */
export function atLeastRole(role: Role): Policy {
  const allowed = { CONTRIBUTOR: 'users', EDITOR: 'editors and admins', ADMIN: 'admins' }[role];
  return (viewer) => (atLeast(viewer.role, role) ? true : refuse(`Only ${allowed} may do this.`));
}

/** Allows the author of the changeset in the argument `changeset`. */
export const changesetAuthor: Policy<{ readonly changeset: string }> = async (viewer, { changeset }, { services }) => {
  const found = await find(services.pools.desk, changeset);
  // The operation itself reports a changeset that does not exist.
  return !found || found.authorId === viewer.id
    ? true
    : refuse('Only the author of a changeset may do this. Comment on it, or request changes in a review.');
};

/** Allows the author of the changeset and admins. */
export const changesetAuthorOrAdmin: Policy<{ readonly changeset: string }> = (viewer, args, context) =>
  atLeast(viewer.role, 'ADMIN') ? true : changesetAuthor(viewer, args, context);
