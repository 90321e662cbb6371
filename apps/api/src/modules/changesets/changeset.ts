import * as ledger from '@chancery/ledger';
import { toFactType, upperCase } from '../api-names.ts';
import type { DeskModule } from '../module.ts';
import { numberOfCursor, pageSize } from '../paging.ts';
import { anyUser } from '../policies.ts';

/** Serves queries for changesets: one by id or number, and all of them in pages. */
export const changeset = {
  sdl: `
"""Field values in the form of operations: a JSON object of field names and values, as the codebook defines them."""
scalar Values
"""One field value in the form of operations."""
scalar Value

"""The state of a changeset."""
enum ChangesetStatus {
  """Being worked on."""
  DRAFT
  """Submitted and waiting for review."""
  SUBMITTED
  """Approved and waiting to be merged."""
  APPROVED
  """A reviewer asked for changes."""
  RETURNED
  """Being merged."""
  MERGING
  """Merged as a revision."""
  MERGED
  """Discarded by its author or an admin."""
  DISCARDED
}
"""What an operation does."""
enum OperationKind { CREATE UPDATE RETIRE RESTORE CITE UNCITE ADOPT DISPUTE }

"""A set of operations that is drafted, reviewed and merged together."""
type Changeset {
  id: ID!
  """The number in its name: 214 for CS-214."""
  number: Int!
  title: String!
  """The reason for the changes, for reviewers."""
  reason: String!
  status: ChangesetStatus!
  """Increases with every change. Mutations take the version that the client last read."""
  version: Int!
  """The version that was last submitted."""
  sealedVersion: Int
  """The revision on which it was opened."""
  baseRevision: Int!
  """The revision that its merge created."""
  revision: Int
  """The revision that it reverts."""
  reverts: Int
  author: DeskPerson
  createdAt: DateTime!
  updatedAt: DateTime!
  """The number of facts that it changes, by type and kind of operation."""
  counts: [OperationCount!]!
}
type OperationCount {
  type: FactType!
  kind: OperationKind!
  facts: Int!
}
"""A page of changesets, newest first."""
type ChangesetPage {
  nodes: [Changeset!]!
  hasNextPage: Boolean!
  endCursor: String
}
extend type Query {
  """A changeset by its id or its number."""
  changeset(id: ID, number: Int): Changeset
  """Changesets, newest first."""
  changesets(status: [ChangesetStatus!], mine: Boolean = false, first: Int = 25, after: String): ChangesetPage!
}`,
  queries: {
    changeset: {
      policy: anyUser,
      resolve: (_root, { id, number }, { services: { pools } }) =>
        id !== undefined
          ? ledger.findChangeset(pools.desk, id)
          : number !== undefined
            ? ledger.findChangesetByNumber(pools.desk, number)
            : null,
    },
    changesets: {
      policy: anyUser,
      resolve: async (_root, { status, mine, first, after }, { services: { pools }, viewer }) => {
        const { changesets, more } = await ledger.listChangesets(pools.desk, {
          ...(status ? { status } : {}),
          ...(mine ? { authorId: viewer.id } : {}),
          ...(after === undefined ? {} : { before: numberOfCursor(after, 'changesets') }),
          first: pageSize(first),
        });
        return { nodes: changesets, hasNextPage: more, endCursor: changesets.at(-1)?.number.toString() };
      },
    },
  },
  fields: {
    Changeset: {
      author: ({ authorId }, _args, { person }) => person(authorId),
      counts: async (changeset, _args, { services: { pools } }) =>
        (await ledger.countChanges(pools.desk, changeset)).map(({ type, kind, facts }) => ({
          type: toFactType(type),
          kind: upperCase(kind),
          facts,
        })),
    },
  },
} satisfies DeskModule;
