import type { Person } from '../../auth/people.ts';
import { systemRole } from '../../auth/system-account.ts';
import type { Role } from '../../auth/viewer.ts';
import type { DeskModule } from '../module.ts';

/** Defines the roles, and the part of a user that every user may see. */
export const roles = {
  sdl: `
"""What a user may do at the desk."""
enum Role {
  """Drafts and submits."""
  CONTRIBUTOR
  """Also reviews and merges others' work."""
  EDITOR
  """Also manages users and settings."""
  ADMIN
}
"""A user of the desk."""
type DeskPerson {
  id: ID!
  name: String!
  role: Role!
}`,
  fields: { DeskPerson: { role: roleOf } },
} satisfies DeskModule;

/**
 * Returns the role of a user for the API. The API has no role for the system account and shows it as ADMIN.
 */
export function roleOf({ role }: Person): Role {
  return role === systemRole ? 'ADMIN' : role;
}
