import * as ledger from '@chancery/ledger';
import { none } from '../../audit/audit-rule.ts';
import type { OperationInput } from '../../generated/desk-types.ts';
import { lowerCase } from '../api-names.ts';
import type { DeskModule } from '../module.ts';
import { changesetAuthor } from '../policies.ts';
import { toRefusalOutput } from './refusals.ts';

/** Serves the mutation that appends operations to a changeset. */
export const appendOperations = {
  sdl: `
"""An operation of an editor. The client generates its id and the ids of new facts and citations."""
input OperationInput {
  id: ID!
  kind: OperationKind!
  fact: ID!
  values: Values
  set: Values
  base: Values
  waivers: Values
  adopted: Values
  reason: String
  redirectTo: ID
  citation: ID
  batch: ID
  batchLine: Int
  """For RESTORE: the state to bring back, as returned by retiredFact."""
  state: Value
}
type Appended { changeset: Changeset! }
union AppendOutcome = Appended | Refused | StaleChangeset | ClosedChangeset | NoSuchChangeset
extend type Mutation {
  """Appends operations. Operations that were already appended are skipped. version is the version that the client last read."""
  appendOperations(changeset: ID!, version: Int!, operations: [OperationInput!]!): AppendOutcome!
}`,
  mutations: {
    appendOperations: {
      policy: changesetAuthor,
      audit: none('Each operation of the changeset states its author and the time.'),
      resolve: async (_root, { changeset, version, operations }, { services: { pools }, viewer }) => {
        const appended = await ledger.append(pools.desk, changeset, operations.map(toUnparsedOperation), {
          by: viewer.id,
          version,
        });
        switch (appended.outcome) {
          case 'appended':
            return { __typename: 'Appended', changeset: appended.changeset };
          case 'refused':
            return { __typename: 'Refused', problems: appended.problems, conflicts: [] };
          default:
            return toRefusalOutput(appended);
        }
      },
    },
  },
} satisfies DeskModule;

/** Converts an OperationInput to the form that the ledger parses. */
function toUnparsedOperation({ kind, batch, batchLine = 0, ...rest }: OperationInput): object {
  return {
    ...rest,
    kind: lowerCase(kind),
    ...(batch === undefined ? {} : { batch: { id: batch, line: batchLine } }),
  };
}
