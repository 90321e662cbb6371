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
  role: Role!
}
extend type Query {
  """The signed-in user."""
  me: Me
}`,
  queries: {
    me: { policy: anyUser, resolve: (_root, _args, { viewer }) => viewer },
  },
} satisfies DeskModule;
