import { factTypeOfId } from '@chancery/codebook';
import * as ledger from '@chancery/ledger';
import { toFactType } from '../api-names.ts';
import type { DeskModule } from '../module.ts';
import { anyUser } from '../policies.ts';

/** Serves the query for a retired fact, with the state that an operation can restore. */
export const retiredFact = {
  sdl: `
"""A retired fact, with the state that RESTORE would bring back."""
type RetiredFact {
  id: ID!
  type: FactType!
  label: String!
  reason: String!
  state: Value!
}
extend type Query {
  """A retired fact; null if the fact is in the register or never existed."""
  retiredFact(id: ID!): RetiredFact
}`,
  queries: {
    retiredFact: {
      policy: anyUser,
      resolve: async (_root, { id }, { services: { pools } }) => {
        const type = factTypeOfId(id);
        const found = type ? await ledger.findRetiredFact(pools.desk, id) : undefined;
        return type && found ? { ...found, type: toFactType(type) } : null;
      },
    },
  },
} satisfies DeskModule;
