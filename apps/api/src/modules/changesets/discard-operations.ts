import * as ledger from '@chancery/ledger';
import type { DeskModule, ResolverOutput } from '../module.ts';
import { changesetAuthorOrAdmin } from '../policies.ts';
import { changesetDiscarded, operationsDiscarded } from './audit-rules.ts';
import { toRefusalOutput } from './refusals.ts';

/** Serves the mutations that discard operations of a changeset or the whole changeset. */
export const discardOperations = {
  sdl: `
type Discarded { changeset: Changeset! count: Int! }
union DiscardOutcome = Discarded | StaleChangeset | ClosedChangeset | NoSuchChangeset
extend type Mutation {
  """Removes operations: those with the given ids, all on the given facts, or all of them."""
  discardOperations(changeset: ID!, version: Int!, operations: [ID!], facts: [ID!], everything: Boolean): DiscardOutcome!
  """Discards a whole changeset."""
  abandonChangeset(changeset: ID!): DiscardOutcome!
}`,
  mutations: {
    discardOperations: {
      policy: changesetAuthorOrAdmin,
      audit: operationsDiscarded,
      resolve: async (_root, { changeset, version, operations, facts = [], everything }, { services: { pools } }) => {
        const selection = everything ? 'everything' : operations ? { operations } : { facts };
        return toDiscardOutcome(await ledger.discardOperations(pools.desk, changeset, selection, { version }));
      },
    },
    abandonChangeset: {
      policy: changesetAuthorOrAdmin,
      audit: changesetDiscarded,
      resolve: async (_root, { changeset }, { services: { pools } }) =>
        toDiscardOutcome(await ledger.discardChangeset(pools.desk, changeset)),
    },
  },
} satisfies DeskModule;

function toDiscardOutcome(discarded: ledger.DiscardOutcome): ResolverOutput<'DiscardOutcome'> {
  return discarded.outcome === 'discarded'
    ? { __typename: 'Discarded', changeset: discarded.changeset, count: discarded.count }
    : toRefusalOutput(discarded);
}
