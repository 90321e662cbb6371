import type { DeskModule } from '../module.ts';
import { anyUser } from '../policies.ts';

/** Serves the query for the signed-in user. */
export const me = {
  sdl: `
"""The signed-in user."""
type Me {
  id: ID!
  name: String!
  email: String!
  """What the user may do at present: EDITOR for an admin who lacks a second factor that the desk requires."""
  role: Role!
  secondFactor: SecondFactorState!
}
"""Whether a user signs in with a second factor, a code of an authenticator app."""
enum SecondFactorState {
  """They do."""
  ON
  """They do not."""
  OFF
  """They do not, but need one to act as an admin."""
  REQUIRED
}
extend type Query {
  """The signed-in user."""
  me: Me
}`,
  queries: {
    me: { policy: anyUser, resolve: (_root, _args, { viewer }) => viewer },
  },
} satisfies DeskModule;
