import * as ledger from '@chancery/ledger';
import { toFactType } from '../api-names.ts';
import type { DeskModule } from '../module.ts';
import { anyUser } from '../policies.ts';

/** Serves the query for the facts that link to a fact. */
export const inboundLinks = {
  sdl: `
"""A fact that links to another fact."""
type InboundLink {
  id: ID!
  type: FactType!
  label: String!
  """The field that holds the link."""
  field: String!
  """The citation that holds the link, if a citation does."""
  citation: ID
}
extend type Query {
  """The facts that link to a fact. They must be retired with it or linked to another fact."""
  inboundLinks(fact: ID!): [InboundLink!]!
}`,
  queries: {
    inboundLinks: {
      policy: anyUser,
      resolve: async (_root, { fact }, { services: { pools } }) =>
        ((await ledger.lookUpInboundLinks(pools.desk, new Set([fact]))).get(fact) ?? []).map((link) => ({
          ...link,
          type: toFactType(link.type),
        })),
    },
  },
} satisfies DeskModule;
