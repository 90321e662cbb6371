import { find } from '@chancery/ledger';
import { atLeast, type Role } from '../auth/viewer.ts';
import type { Policy, Verdict } from './module.ts';

const refuse = (refused: string): Verdict => ({ refused });

/** Anybody who is signed in. */
export const signedIn: Policy = () => true;

/** Anybody of a role or above. */
export function atLeastRole(role: Role): Policy {
  const called = { CONTRIBUTOR: 'a contributor', EDITOR: 'an editor', ADMIN: 'an admin' }[role];
  return (viewer) => (atLeast(viewer.role, role) ? true : refuse(`Only ${called} may do this.`));
}

/** The author of the changeset that the argument `changeset` names. */
export const changesetAuthor: Policy = async (viewer, { changeset }, { services }) => {
  const found = await find(services.pools.desk, String(changeset));
  // Whether it is there is for the operation itself to say.
  return !found || found.authorId === viewer.id
    ? true
    : refuse('Only the author of a changeset may do this. Comment on it, or ask for changes in a review.');
};

/** The author of the changeset, or an admin. */
export const changesetAuthorOrAdmin: Policy = async (viewer, args, context) =>
  atLeast(viewer.role, 'ADMIN') ? true : changesetAuthor(viewer, args, context);
