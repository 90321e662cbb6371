import { noNeeds, type StoredCitation } from '@chancery/changesets';
import * as ledger from '@chancery/ledger';
import type { SignedInContext } from '../../endpoints/desk-context.ts';
import { toFactType } from '../api-names.ts';
import type { DeskModule } from '../module.ts';
import { anyUser } from '../policies.ts';
import { uniqueIds } from './unique-ids.ts';

/** Serves the query for facts of the register, with their values in the form of operations. */
export const standingFacts = {
  sdl: `
"""A fact of the register, with its values in the form of operations."""
type StandingFact {
  id: ID!
  type: FactType!
  label: String!
  values: Values!
  batch: ID
  batchLine: Int
  """Its citations, in the same form."""
  citations: [StandingCitation!]!
}
type StandingCitation {
  id: ID!
  values: Values!
  """The independence group of its source."""
  group: String!
}
extend type Query {
  """Facts with their values in the form of operations. Ids that are not in the register are left out."""
  standingFacts(ids: [ID!]!): [StandingFact!]!
}`,
  queries: {
    standingFacts: {
      policy: anyUser,
      resolve: async (_root, args, { services: { pools } }) => {
        const ids = uniqueIds(args.ids, 'standingFacts');
        const found = await ledger.lookUpFacts(pools.desk, new Set(ids));
        return ids.flatMap((id) => found.get(id) ?? []);
      },
    },
  },
  fields: {
    StandingFact: {
      type: ({ type }) => toFactType(type),
      batch: ({ batch }) => batch?.id,
      batchLine: ({ batch }) => batch?.line,
      citations: ({ id }, _args, context) => citationsOf(context, id),
    },
  },
} satisfies DeskModule;

interface Batch {
  readonly ids: Set<string>;
  readonly found: ReturnType<typeof ledger.lookUp>;
}

const batches = new WeakMap<SignedInContext, Batch>();

/** Returns the citations of a fact. Lookups of one level of resolvers are batched. */
async function citationsOf(context: SignedInContext, id: string): Promise<StoredCitation[]> {
  const batch = batches.get(context) ?? startBatch(context);
  batch.ids.add(id);
  const { citations } = await batch.found;
  return [...(citations.get(id) ?? [])];
}

function startBatch(context: SignedInContext): Batch {
  const ids = new Set<string>();
  // All resolvers of one level add their ids before the promise continues. Later ones start another batch.
  const found = Promise.resolve().then(() => {
    batches.delete(context);
    return ledger.lookUp(context.services.pools.desk, { ...noNeeds(), citations: ids });
  });
  const batch = { ids, found };
  batches.set(context, batch);
  return batch;
}
