import * as ledger from '@chancery/ledger';
import { none } from '../../audit/audit-rule.ts';
import type { DeskModule, ResolverOutput } from '../module.ts';
import { atLeastRole } from '../policies.ts';
import { checkDeskId } from './check-desk-id.ts';
import { reasonMissing, toRefusalOutput } from './refusals.ts';

/** Serves the reviews of the sealed versions of a changeset, and the mutation that stores one. */
export const reviewChangeset = {
  sdl: `
"""The verdict of a review."""
enum Verdict {
  """The changeset may be merged."""
  APPROVE
  """The changeset must be corrected first."""
  REQUEST_CHANGES
  """A comment without a decision."""
  COMMENT
}
type Review {
  id: ID!
  version: Int!
  verdict: Verdict!
  body: String!
  by: DeskPerson
  at: DateTime!
}
extend type Changeset {
  """The reviews of its sealed versions, oldest first."""
  reviews: [Review!]!
}
type Reviewed { changeset: Changeset! }
"""Authors cannot approve their own changesets, unless the desk is set to one person."""
type OwnWork { message: String! changeset: Changeset! }
union ReviewOutcome = Reviewed | OwnWork | ReasonMissing | StaleChangeset | ClosedChangeset | NoSuchChangeset
extend type Mutation {
  """Reviews the sealed version of a changeset. The client generates the id of the review."""
  reviewChangeset(id: ID!, changeset: ID!, version: Int!, verdict: Verdict!, body: String! = ""): ReviewOutcome!
}`,
  mutations: {
    reviewChangeset: {
      policy: atLeastRole('EDITOR'),
      audit: none('The ledger keeps every review with its author and the time, and never changes it.'),
      resolve: async (_root, { changeset, ...review }, { services: { pools }, viewer }) => {
        checkDeskId(review.id, 'review', 'reviewChangeset');
        return toReviewOutcome(await ledger.review(pools.writer, changeset, { ...review, by: viewer.id }));
      },
    },
  },
  fields: {
    Changeset: { reviews: ({ id }, _args, { services: { pools } }) => ledger.reviewsOf(pools.desk, id) },
    Review: { by: ({ by }, _args, { person }) => person(by) },
  },
} satisfies DeskModule;

function toReviewOutcome(reviewed: ledger.ReviewOutcome): ResolverOutput<'ReviewOutcome'> {
  switch (reviewed.outcome) {
    case 'reviewed':
      return { __typename: 'Reviewed', changeset: reviewed.changeset };
    case 'own-work':
      return {
        __typename: 'OwnWork',
        changeset: reviewed.changeset,
        message: 'You are the author. Another editor must approve this changeset.',
      };
    case 'reason-missing':
      return reasonMissing(reviewed.changeset, 'Describe what has to be changed.');
    default:
      return toRefusalOutput(reviewed);
  }
}
