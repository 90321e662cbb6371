import * as ledger from '@chancery/ledger';
import { toFactType } from '../api-names.ts';
import type { DeskModule } from '../module.ts';
import { pageSize } from '../paging.ts';
import { toOperationOutput } from './operation.ts';

/** Serves the fields of a changeset that show what it does to each fact. */
export const factChanges = {
  sdl: `
extend type Changeset {
  """The changes, one per fact, sorted by fact id."""
  facts(first: Int = 50, after: String): FactChanges!
  """The changes to one fact."""
  fact(id: ID!): FactChange
}
"""A page of the changes of a changeset."""
type FactChanges {
  nodes: [FactChange!]!
  hasNextPage: Boolean!
  endCursor: String
}
"""The changes to one fact and its citations."""
type FactChange {
  fact: ID!
  type: FactType!
  """The label of the fact, or its future label if it is new."""
  label: String!
  operations: [Operation!]!
  """The fact in the register; null if it is new."""
  standing: StandingFact
  conflicts: [Conflict!]!
  """Problems of operations that cannot be combined and, in a group, the problems that the rules found."""
  problems: [Problem!]!
}`,
  fields: {
    Changeset: {
      facts: async ({ id, version }, { first, after }, { services: { pools } }) => {
        const { changes, more } = await ledger.factChanges(pools.desk, id, version, {
          first: pageSize(first),
          ...(after === undefined ? {} : { after }),
        });
        return { nodes: changes, hasNextPage: more, endCursor: changes.at(-1)?.fact };
      },
      fact: ({ id, version }, { id: fact }, { services: { pools } }) =>
        ledger.factChange(pools.desk, id, version, fact),
    },
    FactChange: {
      type: ({ type }) => toFactType(type),
      operations: ({ operations }) => operations.map(toOperationOutput),
    },
  },
} satisfies DeskModule;
