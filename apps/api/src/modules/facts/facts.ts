import { noNeeds } from '@chancery/changesets';
import { factTypeOfId, isFactType, upperSnake } from '@chancery/codebook';
import * as ledger from '@chancery/ledger';
import type { DeskContext } from '../../doors/desk-context.ts';
import { apiError } from '../../errors.ts';
import { operation } from '../changesets/to-output.ts';
import type { DeskModule } from '../module.ts';
import { signedIn } from '../policies.ts';

/** Facts as editors work on them: in the form of operations, with what points at them, and their history. */
export const factsModule: DeskModule = {
  sdl: `
"""A fact that points at another."""
type InboundLink {
  id: ID!
  type: FactType!
  label: String!
  """The field with which it points."""
  field: String!
  """The citation by which it points, where it is a citation that does."""
  citation: ID
}
"""A retired fact, with the state that a restoration would bring back."""
type RetiredFact {
  id: ID!
  type: FactType!
  label: String!
  reason: String!
  state: Value!
}
"""What a revision did to a fact or its citations."""
type HistoryStep {
  revision: Int!
  at: DateTime!
  title: String!
  author: DeskPerson
  mergedBy: DeskPerson
  operation: Operation!
}
extend type Query {
  """Facts in the form in which operations write them, those that there are."""
  standingFacts(ids: [ID!]!): [StandingFact!]!
  """What points at a fact: what has to be retired with it, or pointed elsewhere."""
  inboundLinks(fact: ID!): [InboundLink!]!
  """A retired fact; null if it stands or never was."""
  retiredFact(id: ID!): RetiredFact
  """What facts are called, those that a changeset brings included."""
  labels(ids: [ID!]!, changeset: ID): [FactLabel!]!
  """What was done to a fact and its citations, newest first, below a revision."""
  history(fact: ID!, first: Int = 50, before: Int): [HistoryStep!]!
}`,
  queries: {
    standingFacts: {
      policy: signedIn,
      resolve: (_root, { ids }: { ids: string[] }, context) => standing(few(ids, 'standingFacts'), context),
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
        [...(await ledger.labelsOf(pools.desk, changeset, few(ids, 'labels')))].map(([id, label]) => ({ id, label })),
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
        ).map((step) => ({ ...step, operation: operation(step.operation) })),
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

function few(ids: readonly string[], field: string): string[] {
  if (ids.length <= 500) return [...new Set(ids)];
  throw apiError('BAD_USER_INPUT', `At most 500 facts can be asked for at once, and ${ids.length} are.`, {
    path: [field, 'ids'],
  });
}

async function standing(ids: readonly string[], { services: { pools } }: DeskContext): Promise<unknown[]> {
  const found = await ledger.facts(pools.desk, new Set(ids));
  return ids.flatMap((id) => found.get(id) ?? []);
}

const batches = new WeakMap<DeskContext, { ids: Set<string>; found?: ReturnType<typeof ledger.lookUp> }>();

/** Citations of the facts that one operation shows, looked up together. */
async function citationsOf(context: DeskContext, id: string): Promise<unknown[] | undefined> {
  const batch = batches.get(context) ?? { ids: new Set<string>() };
  batches.set(context, batch);
  batch.ids.add(id);
  // The resolvers of one level run before this turn of the loop ends.
  await Promise.resolve();
  batch.found ??= ledger.lookUp(context.services.pools.desk, { ...noNeeds(), citations: batch.ids });
  const known = (await batch.found).citations;
  if (!batch.ids.has(id)) return undefined;
  return [...(known.get(id) ?? [])];
}
