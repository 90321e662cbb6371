import { noNeeds } from '@chancery/changesets';
import { factTypeOfId, isFactType, upperSnake } from '@chancery/codebook';
import * as ledger from '@chancery/ledger';
import type { DeskContext } from '../../doors/desk-context.ts';
import { apiError } from '../../errors.ts';
import { toOperationOutput } from '../changesets/to-output.ts';
import type { DeskModule } from '../module.ts';
import { signedIn } from '../policies.ts';

/** Queries on facts for editors: their values in the form of operations, the facts that link to them, and their history. */
export const factsModule: DeskModule = {
  sdl: `
"""A fact that links to another fact."""
type InboundLink {
  id: ID!
  type: FactType!
  label: String!
  """The field that holds the link."""
  field: String!
  """The citation that holds the link, if a citation does."""
  citation: ID
}
"""A retired fact, with the state that RESTORE would bring back."""
type RetiredFact {
  id: ID!
  type: FactType!
  label: String!
  reason: String!
  state: Value!
}
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
  """Facts with their values in the form of operations. Ids that are not in the register are left out."""
  standingFacts(ids: [ID!]!): [StandingFact!]!
  """The facts that link to a fact. They must be retired with it or linked to another fact."""
  inboundLinks(fact: ID!): [InboundLink!]!
  """A retired fact; null if the fact is in the register or never existed."""
  retiredFact(id: ID!): RetiredFact
  """The labels of facts, including new facts of a changeset."""
  labels(ids: [ID!]!, changeset: ID): [FactLabel!]!
  """The changes of a fact and its citations, newest first; with before, only those of earlier revisions."""
  history(fact: ID!, first: Int = 50, before: Int): [HistoryStep!]!
}`,
  queries: {
    standingFacts: {
      policy: signedIn,
      resolve: (_root, { ids }: { ids: string[] }, context) => standing(uniqueIds(ids, 'standingFacts'), context),
    },
    inboundLinks: {
      policy: signedIn,
      resolve: async (_root, { fact }: { fact: string }, { services: { pools } }) =>
        ((await ledger.inbound(pools.desk, new Set([fact]))).get(fact) ?? []).map((link) => ({
          ...link,
          type: upperSnake(link.type),
        })),
    },
    retiredFact: {
      policy: signedIn,
      resolve: async (_root, { id }: { id: string }, { services: { pools } }) => {
        const found = factTypeOfId(id) ? await ledger.retiredState(pools.desk, id) : undefined;
        return found && isFactType(found.type) ? { ...found, type: upperSnake(found.type) } : null;
      },
    },
    labels: {
      policy: signedIn,
      resolve: async (_root, { ids, changeset }: { ids: string[]; changeset?: string }, { services: { pools } }) =>
        [...(await ledger.labelsOf(pools.desk, changeset, uniqueIds(ids, 'labels')))].map(([id, label]) => ({
          id,
          label,
        })),
    },
    history: {
      policy: signedIn,
      resolve: async (
        _root,
        { fact, first, before }: { fact: string; first: number; before?: number },
        { services: { pools } },
      ) =>
        (
          await ledger.historyOf(pools.desk, fact, {
            first: Math.min(Math.max(first, 1), 200),
            ...(before === undefined ? {} : { before }),
          })
        ).map((step) => ({ ...step, operation: toOperationOutput(step.operation) })),
    },
  },
  fields: {
    HistoryStep: {
      author: ({ authorId }: ledger.HistoryStep, _args, { person }) => person(authorId),
      mergedBy: ({ mergedBy }: ledger.HistoryStep, _args, { person }) => person(mergedBy),
    },
    StandingFact: {
      type: ({ type }: { type: string }) => (isFactType(type) ? upperSnake(type) : type),
      batch: ({ batch }: { batch?: { id: string } }) => batch?.id ?? null,
      batchLine: ({ batch }: { batch?: { line: number } }) => batch?.line ?? null,
      citations: async ({ id }: { id: string }, _args, context) => (await citationsOf(context, id)) ?? [],
    },
  },
};

function uniqueIds(ids: readonly string[], field: string): string[] {
  if (ids.length <= 500) return [...new Set(ids)];
  throw apiError('BAD_USER_INPUT', `At most 500 facts can be requested at once, not ${ids.length}.`, {
    path: [field, 'ids'],
  });
}

async function standing(ids: readonly string[], { services: { pools } }: DeskContext): Promise<unknown[]> {
  const found = await ledger.facts(pools.desk, new Set(ids));
  return ids.flatMap((id) => found.get(id) ?? []);
}

const batches = new WeakMap<DeskContext, { ids: Set<string>; found?: ReturnType<typeof ledger.lookUp> }>();

/** Returns the citations of a fact. Lookups of one level of resolvers are batched. */
async function citationsOf(context: DeskContext, id: string): Promise<unknown[] | undefined> {
  const batch = batches.get(context) ?? { ids: new Set<string>() };
  batches.set(context, batch);
  batch.ids.add(id);
  // All resolvers of one level add their ids before the promise continues.
  await Promise.resolve();
  batch.found ??= ledger.lookUp(context.services.pools.desk, { ...noNeeds(), citations: batch.ids });
  const { citations } = await batch.found;
  if (!batch.ids.has(id)) return undefined;
  return [...(citations.get(id) ?? [])];
}
