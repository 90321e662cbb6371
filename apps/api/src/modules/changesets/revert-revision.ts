import * as ledger from '@chancery/ledger';
import type { DeskModule } from '../module.ts';
import { atLeastRole } from '../policies.ts';
import { revertOpened } from './audit-rules.ts';
import { checkDeskId } from './check-desk-id.ts';

/** Serves the mutation that opens a changeset to revert a revision. */
export const revertRevision = {
  sdl: `
"""A changeset that reverts the revision was opened. It still has to be submitted and reviewed."""
type RevertOpened { changeset: Changeset! }
type NoSuchRevision { message: String! }
union RevertOutcome = RevertOpened | NoSuchRevision
extend type Mutation {
  """Opens a changeset that reverts a revision. The client generates the id of the changeset."""
  revertRevision(revision: Int!, id: ID!, reason: String!): RevertOutcome!
}`,
  mutations: {
    revertRevision: {
      policy: atLeastRole('EDITOR'),
      audit: revertOpened,
      resolve: async (_root, { revision, id, reason }, { services: { pools }, viewer }) => {
        checkDeskId(id, 'changeset', 'revertRevision');
        const reverted = await ledger.revert(pools.desk, revision, { by: viewer.id, id, reason });
        return reverted.outcome === 'opened'
          ? { __typename: 'RevertOpened', changeset: reverted.changeset }
          : {
              __typename: 'NoSuchRevision',
              message: `There is no revision ${revision}. Choose one from the list of revisions.`,
            };
      },
    },
  },
} satisfies DeskModule;
