import * as ledger from '@chancery/ledger';
import type { DeskModule } from '../module.ts';
import { atLeastRole } from '../policies.ts';
import { changesetMerged } from './audit-rules.ts';
import { inlineLimit } from './inline-limit.ts';
import { toRefusalOutput } from './refusals.ts';

/** How long a merge within a request waits for another merge before it moves to the background, in milliseconds. */
const lockTimeout = 4_000;

/**
 * Serves the mutation that merges a changeset: within the request if it is small and no other merge takes long,
 * otherwise in the background.
 */
export const mergeChangeset = {
  sdl: `
"""The changeset was merged as a revision."""
type Merged { revision: Int! changeset: Changeset! }
"""The changeset is being merged in the background; query changesetJob for its progress."""
type Merging { job: ChangesetJob! changeset: Changeset! }
"""Other editors have changed the same fields. The changeset is a draft again."""
type Conflicts { conflicts: [Conflict!]! changeset: Changeset! }
union MergeOutcome = Merged | Merging | Conflicts | Refused | StaleChangeset | ClosedChangeset | NoSuchChangeset
extend type Mutation {
  """Merges an approved changeset. version is the version that the client last read."""
  mergeChangeset(changeset: ID!, version: Int!): MergeOutcome!
}`,
  mutations: {
    mergeChangeset: {
      policy: atLeastRole('EDITOR'),
      audit: changesetMerged,
      resolve: async (_root, { changeset: id, version }, { services: { pools, jobs, head }, viewer, address }) => {
        const changeset = await ledger.findChangeset(pools.desk, id);
        if (!changeset) return toRefusalOutput({ outcome: 'missing' });
        const inBackground = async () => ({
          __typename: 'Merging' as const,
          job: await jobs.start('merge', id, viewer.id, version),
          changeset: (await ledger.findChangeset(pools.desk, id)) ?? changeset,
        });
        if (changeset.status === 'MERGING') return inBackground();
        const mergeable = changeset.status === 'APPROVED' && changeset.version === version;
        if (mergeable && (await ledger.hasMoreOperations(pools.desk, changeset, inlineLimit))) return inBackground();
        const merged = await ledger.merge(pools.writer, id, { by: viewer.id, version, lockTimeout, address });
        switch (merged.outcome) {
          case 'merged':
            head.observe({ number: merged.revision, at: '' });
            return { __typename: 'Merged', revision: merged.revision, changeset: merged.changeset };
          case 'conflicts':
            return { __typename: 'Conflicts', conflicts: merged.conflicts, changeset: merged.changeset };
          case 'refused':
            return { __typename: 'Refused', problems: merged.problems, conflicts: [], changeset: merged.changeset };
          case 'busy':
            return inBackground();
          default:
            return toRefusalOutput(merged);
        }
      },
    },
  },
} satisfies DeskModule;
