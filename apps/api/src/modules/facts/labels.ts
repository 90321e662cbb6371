import * as ledger from '@chancery/ledger';
import type { DeskModule } from '../module.ts';
import { anyUser } from '../policies.ts';
import { uniqueIds } from './unique-ids.ts';

/** Serves the query for the labels of facts, also of facts that are new in a changeset. */
export const labels = {
  sdl: `
type FactLabel {
  id: ID!
  label: String!
}
extend type Query {
  """The labels of facts, including new facts of a changeset."""
  labels(ids: [ID!]!, changeset: ID): [FactLabel!]!
}`,
  queries: {
    labels: {
      policy: anyUser,
      resolve: async (_root, { ids, changeset }, { services: { pools } }) =>
        [...(await ledger.labelsOf(pools.desk, changeset, uniqueIds(ids, 'labels')))].map(([id, label]) => ({
          id,
          label,
        })),
    },
  },
} satisfies DeskModule;
