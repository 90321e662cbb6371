import * as ledger from '@chancery/ledger';
import { toOperationOutput } from '../changesets/operation.ts';
import type { DeskModule } from '../module.ts';
import { anyUser } from '../policies.ts';

/** Serves the query for the changes of a fact and its citations. */
export const history = {
  sdl: `
"""A change of a fact or its citations in a revision."""
type HistoryStep {
  revision: Int!
  at: DateTime!
  title: String!
  author: DeskPerson
  mergedBy: DeskPerson
  operation: Operation!
}
extend type Query {
  """The changes of a fact and its citations, newest first; with before, only those of earlier revisions."""
  history(fact: ID!, first: Int = 50, before: Int): [HistoryStep!]!
}`,
  queries: {
    history: {
      policy: anyUser,
      resolve: (_root, { fact, first, before }, { services: { pools } }) =>
        ledger.historyOf(pools.desk, fact, {
          first: Math.min(Math.max(first, 1), 200),
          ...(before === undefined ? {} : { before }),
        }),
    },
  },
  fields: {
    HistoryStep: {
      author: ({ authorId }, _args, { person }) => person(authorId),
      mergedBy: ({ mergedBy }, _args, { person }) => person(mergedBy),
      operation: ({ operation }) => toOperationOutput(operation),
    },
  },
} satisfies DeskModule;
