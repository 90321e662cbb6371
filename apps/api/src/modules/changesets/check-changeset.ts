import * as ledger from '@chancery/ledger';
import { upperCase } from '../api-names.ts';
import type { DeskModule, ResolverOutput } from '../module.ts';
import { anyUser } from '../policies.ts';
import { inlineLimit } from './inline-limit.ts';

/** Serves the query that checks the current version of a changeset without changing it. */
export const checkChangeset = {
  sdl: `
"""The evidence for a field that requires evidence and that a changeset sets."""
enum FieldEvidence { CITED BATCH ADOPTED WAIVED MISSING }
"""A field that requires evidence and that a changeset sets."""
type CoveredField {
  fact: ID!
  field: String!
  operation: ID!
  coverage: FieldEvidence!
}
"""The result of checking a changeset."""
type CheckReport {
  changeset: Changeset!
  """Whether it was checked. A draft of more than 5,000 operations is only checked when it is submitted."""
  isChecked: Boolean!
  """The number of net operations."""
  count: Int!
  """The first thousand problems."""
  problems: [Problem!]!
  """The total number of errors."""
  errors: Int!
  conflicts: [Conflict!]!
  """The evidence for each field that requires it and is set; empty for changesets of more than ${ledger.trialLimit.toLocaleString('en')} operations."""
  coverage: [CoveredField!]!
  """Whether the check included a trial merge in the database that was rolled back."""
  tried: Boolean!
  """The latest revision at the time of the check; if the changeset is not checked, the revision on which it was opened. A sealed version of more than ${ledger.trialLimit.toLocaleString('en')} operations is not checked again: the report is that of its submission."""
  asOf: Int!
  """The labels of the facts in the report."""
  labels: [FactLabel!]!
}
extend type Query {
  """Checks a changeset in its current version without changing it."""
  checkChangeset(id: ID!): CheckReport
}`,
  queries: {
    checkChangeset: {
      policy: anyUser,
      resolve: async (_root, { id }, { services: { pools } }) => {
        const changeset = await ledger.findChangeset(pools.desk, id);
        if (!changeset) return null;
        if (
          changeset.version !== changeset.sealedVersion &&
          (await ledger.hasMoreOperations(pools.desk, changeset, inlineLimit))
        )
          return uncheckedReport(changeset, await ledger.countChanges(pools.desk, changeset));
        const checked = await ledger.checkChangeset(pools.writer, id);
        if (checked.outcome !== 'checked') return null;
        const facts = [...checked.problems, ...checked.conflicts, ...checked.coverage].flatMap(({ fact }) =>
          fact ? [fact] : [],
        );
        const labels = await ledger.labelsOf(pools.desk, id, [...new Set(facts)]);
        return { ...checked, isChecked: true, labels: [...labels].map(([fact, label]) => ({ id: fact, label })) };
      },
    },
  },
  fields: {
    CoveredField: { coverage: ({ coverage }) => upperCase(coverage) },
  },
} satisfies DeskModule;

/** Returns a report without findings on a draft that is too large to check within a request. */
function uncheckedReport(
  changeset: ledger.Changeset,
  counts: readonly { readonly facts: number }[],
): ResolverOutput<'CheckReport'> {
  const count = counts.reduce((sum, { facts }) => sum + facts, 0);
  const noFindings = { problems: [], errors: 0, conflicts: [], coverage: [], tried: false, labels: [] };
  return { changeset, isChecked: false, count, asOf: changeset.baseRevision, ...noFindings };
}
