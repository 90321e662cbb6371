import * as ledger from '@chancery/ledger';
import { none } from '../../audit/audit-rule.ts';
import type { DeskModule } from '../module.ts';
import { changesetAuthor, changesetAuthorOrAdmin } from '../policies.ts';
import { changesetWithdrawn } from './audit-rules.ts';
import { inlineLimit } from './inline-limit.ts';
import { checkTitle } from './open-changeset.ts';
import { toRefusalOutput } from './refusals.ts';

/**
 * Serves the mutations that submit a changeset for review, within the request if it is small and otherwise in the
 * background, and that withdraw a submitted one.
 */
export const submitChangeset = {
  sdl: `
type Submitted { changeset: Changeset! warnings: [Problem!]! }
"""The changeset is being checked and sealed in the background; query changesetJob for its progress."""
type Submitting { job: ChangesetJob! changeset: Changeset! }
type Withdrawn { changeset: Changeset! }
union SubmitOutcome = Submitted | Submitting | Refused | StaleChangeset | ClosedChangeset | NoSuchChangeset
union WithdrawOutcome = Withdrawn | ClosedChangeset | NoSuchChangeset
extend type Mutation {
  """Submits a changeset for review and seals its version."""
  submitChangeset(changeset: ID!, version: Int!, title: String, reason: String): SubmitOutcome!
  """Withdraws a submitted changeset, so that it is a draft again."""
  withdrawChangeset(changeset: ID!): WithdrawOutcome!
}`,
  mutations: {
    submitChangeset: {
      policy: changesetAuthor,
      audit: none('Only the author may submit; the ledger keeps every sealed version with the time.'),
      resolve: async (_root, { changeset: id, version, ...description }, { services: { pools, jobs }, viewer }) => {
        checkTitle(description.title, 'submitChangeset');
        const changeset = await ledger.findChangeset(pools.desk, id);
        const isOpen = changeset?.status === 'DRAFT' || changeset?.status === 'RETURNED';
        if (
          changeset &&
          isOpen &&
          changeset.version === version &&
          (await ledger.hasMoreOperations(pools.desk, changeset, inlineLimit))
        ) {
          // Store title and reason now, because the job only seals the version.
          const described = await ledger.describeChangeset(pools.desk, id, description);
          if (described.outcome !== 'described') return toRefusalOutput(described);
          const job = await jobs.start('submit', id, viewer.id, version);
          return { __typename: 'Submitting', job, changeset: described.changeset };
        }
        const submitted = await ledger.submit(pools.writer, id, { by: viewer.id, version, ...description });
        switch (submitted.outcome) {
          case 'submitted':
            return { __typename: 'Submitted', changeset: submitted.changeset, warnings: submitted.warnings };
          case 'refused': {
            const { problems, conflicts } = submitted;
            return { __typename: 'Refused', problems, conflicts, changeset: submitted.changeset };
          }
          default:
            return toRefusalOutput(submitted);
        }
      },
    },
    withdrawChangeset: {
      policy: changesetAuthorOrAdmin,
      audit: changesetWithdrawn,
      resolve: async (_root, { changeset }, { services: { pools } }) => {
        const withdrawn = await ledger.withdraw(pools.writer, changeset);
        return withdrawn.outcome === 'withdrawn'
          ? { __typename: 'Withdrawn', changeset: withdrawn.changeset }
          : toRefusalOutput(withdrawn);
      },
    },
  },
} satisfies DeskModule;
