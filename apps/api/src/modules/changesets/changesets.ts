import { factTypeNames, isDeskId, upperSnake } from '@chancery/codebook';
import * as ledger from '@chancery/ledger';
import type { DeskContext } from '../../doors/desk-context.ts';
import { apiError } from '../../errors.ts';
import type { BackgroundJob } from '../../jobs/job-queue.ts';
import type { DeskModule } from '../module.ts';
import { atLeastRole, changesetAuthor, changesetAuthorOrAdmin, signedIn } from '../policies.ts';
import {
  appendOutcome,
  discardOutcome,
  inlineLimit,
  judgeOutcome,
  mergeOutcome,
  reviewOutcome,
  submitOutcome,
} from './outcomes.ts';
import { changesetsSdl } from './sdl.ts';
import {
  fromOperationInput,
  toConflictOutput,
  toOperationOutput,
  toProblemOutput,
  toRefusalOutput,
} from './to-output.ts';

const maxPageSize = 100;
/** The maximum length of a note on a group, in characters. */
const maxNoteLength = 10_000;

/** The operations on changesets: open, append, discard, submit, withdraw, review, merge, revert. */
export const changesetsModule: DeskModule = {
  sdl: changesetsSdl,
  queries: {
    changeset: {
      policy: signedIn,
      resolve: (_root, { id, number }: { id?: string; number?: number }, { services: { pools } }) =>
        id !== undefined
          ? ledger.find(pools.desk, id)
          : number !== undefined
            ? ledger.findByNumber(pools.desk, number)
            : null,
    },
    changesets: {
      policy: signedIn,
      resolve: async (
        _root,
        {
          status,
          mine,
          first,
          after,
        }: { status?: ledger.ChangesetStatus[]; mine: boolean; first: number; after?: string },
        { services: { pools }, viewer },
      ) => {
        const { changesets, more } = await ledger.list(pools.desk, {
          ...(status ? { status } : {}),
          ...(mine && viewer ? { authorId: viewer.id } : {}),
          ...(after === undefined ? {} : { before: numberOf(after) }),
          first: pageSize(first),
        });
        return { nodes: changesets, hasNextPage: more, endCursor: changesets.at(-1)?.number.toString() ?? null };
      },
    },
    checkChangeset: {
      policy: signedIn,
      resolve: async (_root, { id }: { id: string }, { services: { pools } }) => {
        const changeset = await ledger.find(pools.desk, id);
        if (!changeset) return null;
        if (
          changeset.version !== changeset.sealedVersion &&
          (await ledger.hasMoreOperations(pools.desk, changeset, inlineLimit))
        )
          return unchecked(changeset, await ledger.countOperations(pools.desk, changeset));
        const checked = await ledger.checkChangeset(pools.writer, id);
        if (checked.outcome !== 'checked') return null;
        const facts = [...checked.problems, ...checked.conflicts, ...checked.coverage].flatMap(({ fact }) =>
          fact ? [fact] : [],
        );
        const labels = await ledger.labelsOf(pools.desk, id, [...new Set(facts)]);
        return {
          ...checked,
          isChecked: true,
          problems: checked.problems.map(toProblemOutput),
          conflicts: checked.conflicts.map(toConflictOutput),
          coverage: checked.coverage.map((field) => ({ ...field, coverage: field.coverage.toUpperCase() })),
          labels: [...labels].map(([fact, label]) => ({ id: fact, label })),
        };
      },
    },
    changesetJob: {
      policy: signedIn,
      resolve: (_root, { id }: { id: string }, { services }) => services.jobs.find(id),
    },
  },
  mutations: {
    openChangeset: {
      policy: signedIn,
      resolve: (
        _root,
        { id, title, reason }: { id?: string; title: string; reason?: string },
        { services: { pools }, viewer },
      ) => {
        if (id !== undefined && !isDeskId(id, 'changeset'))
          throw apiError('BAD_USER_INPUT', 'This is not the id of a changeset.', { path: ['openChangeset', 'id'] });
        return ledger.open(pools.desk, {
          ...(id === undefined ? {} : { id }),
          title: title.trim().slice(0, 300),
          ...(reason ? { reason } : {}),
          authorId: viewer?.id ?? '',
        });
      },
    },
    describeChangeset: {
      policy: changesetAuthor,
      resolve: async (
        _root,
        { changeset, ...description }: { changeset: string; title?: string; reason?: string },
        { services: { pools } },
      ) => {
        const described = await ledger.describe(pools.desk, changeset, description);
        return described.outcome === 'described'
          ? { __typename: 'Described', changeset: described.changeset }
          : toRefusalOutput(described);
      },
    },
    appendOperations: {
      policy: changesetAuthor,
      resolve: async (
        _root,
        {
          changeset,
          version,
          operations,
        }: { changeset: string; version: number; operations: Record<string, unknown>[] },
        { services: { pools }, viewer },
      ) =>
        appendOutcome(
          await ledger.append(pools.desk, changeset, operations.map(fromOperationInput), {
            by: viewer?.id ?? '',
            version,
          }),
        ),
    },
    discardOperations: {
      policy: changesetAuthorOrAdmin,
      resolve: async (
        _root,
        {
          changeset,
          version,
          operations,
          facts,
          everything,
        }: { changeset: string; version: number; operations?: string[]; facts?: string[]; everything?: boolean },
        { services: { pools } },
      ) => {
        const selection = everything ? 'everything' : operations ? { operations } : { facts: facts ?? [] };
        return discardOutcome(await ledger.discard(pools.desk, changeset, selection, { version }));
      },
    },
    abandonChangeset: {
      policy: changesetAuthorOrAdmin,
      resolve: async (_root, { changeset }: { changeset: string }, { services: { pools } }) =>
        discardOutcome(await ledger.abandon(pools.desk, changeset)),
    },
    submitChangeset: {
      policy: changesetAuthor,
      resolve: async (
        _root,
        { changeset, ...submission }: { changeset: string; version: number; title?: string; reason?: string },
        context,
      ) => submitOutcome(changeset, submission, context),
    },
    withdrawChangeset: {
      policy: changesetAuthorOrAdmin,
      resolve: async (_root, { changeset }: { changeset: string }, { services: { pools } }) => {
        const withdrawn = await ledger.withdraw(pools.writer, changeset);
        return withdrawn.outcome === 'withdrawn'
          ? { __typename: 'Withdrawn', changeset: withdrawn.changeset }
          : toRefusalOutput(withdrawn);
      },
    },
    reviewChangeset: {
      policy: atLeastRole('EDITOR'),
      resolve: async (
        _root,
        {
          changeset,
          ...review
        }: { id: string; changeset: string; version: number; verdict: ledger.Verdict; body: string },
        { services: { pools }, viewer },
      ) => {
        if (!isDeskId(review.id, 'review'))
          throw apiError('BAD_USER_INPUT', 'This is not the id of a review.', { path: ['reviewChangeset', 'id'] });
        return reviewOutcome(await ledger.review(pools.writer, changeset, { ...review, by: viewer?.id ?? '' }));
      },
    },
    judgeGroup: {
      policy: atLeastRole('EDITOR'),
      resolve: async (
        _root,
        {
          changeset,
          ...input
        }: GroupArguments & { changeset: string; version: number; verdict: ledger.GroupJudgement; note: string },
        { services: { pools }, viewer },
      ) => {
        if (input.note.length > maxNoteLength)
          throw apiError('BAD_USER_INPUT', 'A note can have at most 10,000 characters.', {
            path: ['judgeGroup', 'note'],
          });
        const verdict = { ...input, ...groupOf(input), by: viewer?.id ?? '' };
        return judgeOutcome(await ledger.judgeGroup(pools.desk, changeset, verdict));
      },
    },
    commentOnChangeset: {
      policy: signedIn,
      resolve: (_root, comment: NewComment, context) => commentOn(comment, context),
    },
    mergeChangeset: {
      policy: atLeastRole('EDITOR'),
      resolve: (_root, { changeset, version }: { changeset: string; version: number }, context) =>
        mergeOutcome(changeset, version, context),
    },
    revertRevision: {
      policy: atLeastRole('EDITOR'),
      resolve: async (
        _root,
        { revision, id, reason }: { revision: number; id: string; reason: string },
        { services: { pools }, viewer },
      ) => {
        if (!isDeskId(id, 'changeset'))
          throw apiError('BAD_USER_INPUT', 'This is not the id of a changeset.', { path: ['revertRevision', 'id'] });
        const reverted = await ledger.revert(pools.desk, revision, { by: viewer?.id ?? '', id, reason });
        return reverted.outcome === 'opened'
          ? { __typename: 'RevertOpened', changeset: reverted.changeset }
          : { __typename: 'NoSuchRevision', message: `There is no revision ${revision}.` };
      },
    },
  },
  fields: {
    Changeset: {
      author: ({ authorId }: ledger.Changeset, _args, { person }) => person(authorId),
      counts: async (changeset: ledger.Changeset, _args, { services: { pools } }) =>
        (await ledger.countOperations(pools.desk, changeset)).map(({ type, kind, facts }) => ({
          type: upperSnake(type),
          kind: kind.toUpperCase(),
          facts,
        })),
      facts: async (
        { id, version }: ledger.Changeset,
        { first, after }: { first: number; after?: string },
        { services: { pools } },
      ) => {
        const { changes, more } = await ledger.factChanges(pools.desk, id, version, {
          first: pageSize(first),
          ...(after === undefined ? {} : { after }),
        });
        return { nodes: changes, hasNextPage: more, endCursor: changes.at(-1)?.fact ?? null };
      },
      groups: (changeset: ledger.Changeset, _args, { services: { pools } }) =>
        ledger.operationGroups(pools.desk, changeset),
      group: async (
        changeset: ledger.Changeset,
        { first, after, ...group }: GroupArguments & { first: number; after?: string },
        { services: { pools } },
      ) => {
        const { changes, more, cursor } = await ledger.groupChanges(pools.desk, changeset, groupOf(group), {
          first: pageSize(first),
          ...(after === undefined ? {} : { after }),
        });
        return { nodes: changes, hasNextPage: more, endCursor: cursor ?? null };
      },
      fact: async ({ id, version }: ledger.Changeset, { id: fact }: { id: string }, { services: { pools } }) =>
        ledger.factChange(pools.desk, id, version, fact),
      reviews: ({ id }: ledger.Changeset, _args, { services: { pools } }) => ledger.reviewsOf(pools.desk, id),
      comments: ({ id }: ledger.Changeset, _args, { services: { client } }) =>
        client.comment.findMany({ where: { changesetId: id }, orderBy: [{ at: 'asc' }, { id: 'asc' }] }),
      job: ({ id }: ledger.Changeset, _args, { services: { jobs } }) => jobs.latestOf(id),
    },
    ChangesetJob: { kind: ({ kind }: BackgroundJob) => kind.toUpperCase() },
    FactChange: {
      type: ({ type }: ledger.FactChange) => upperSnake(type),
      operations: ({ operations }: ledger.FactChange) => operations.map(toOperationOutput),
      conflicts: ({ conflicts }: ledger.FactChange) => conflicts.map(toConflictOutput),
      problems: ({ problems }: ledger.FactChange) => problems.map(toProblemOutput),
    },
    OperationGroup: {
      type: ({ type }: ledger.OperationGroup) => upperSnake(type),
      kind: ({ kind }: ledger.OperationGroup) => kind.toUpperCase(),
    },
    GroupVerdict: { by: ({ by }: ledger.GroupVerdict, _args, { person }) => person(by) },
    Review: { by: ({ by }: ledger.StoredReview, _args, { person }) => person(by) },
    DeskComment: {
      by: ({ authorId }: { authorId: string }, _args, { person }) => person(authorId),
      fact: ({ factId }: { factId: string | null }) => factId,
    },
  },
};

/** Returns the report on a draft that is too large to check within a request; it is checked on submission. */
function unchecked(changeset: ledger.Changeset, counts: Awaited<ReturnType<typeof ledger.countOperations>>) {
  const count = counts.reduce((sum, { facts }) => sum + facts, 0);
  const noFindings = { problems: [], errors: 0, conflicts: [], coverage: [], tried: false, labels: [] };
  return { changeset, isChecked: false, count, asOf: changeset.baseRevision, ...noFindings };
}

interface GroupArguments {
  readonly type: string;
  readonly kind: string;
  readonly code?: string | null;
}

const typesByName = new Map(factTypeNames.map((type) => [upperSnake(type), type]));

/** Converts a group from the API's names to the ledger's. */
function groupOf({ type, kind, code }: GroupArguments): ledger.GroupKey {
  return { type: typesByName.get(type) ?? type, kind: kind.toLowerCase(), code: code ?? null };
}

interface NewComment {
  readonly id: string;
  readonly changeset: string;
  readonly body: string;
  readonly fact?: string;
  readonly field?: string;
}

async function commentOn(
  { id, changeset, body, fact, field }: NewComment,
  { services: { client, pools }, viewer }: DeskContext,
): Promise<unknown> {
  if (!isDeskId(id, 'comment'))
    throw apiError('BAD_USER_INPUT', 'This is not the id of a comment.', { path: ['commentOnChangeset', 'id'] });
  const text = body.trim();
  if (text === '' || text.length > 10_000)
    throw apiError('BAD_USER_INPUT', 'A comment must have 1 to 10,000 characters.', {
      path: ['commentOnChangeset', 'body'],
    });
  const found = await ledger.find(pools.desk, changeset);
  if (!found) return null;
  const data = {
    id,
    changesetId: changeset,
    version: found.version,
    factId: fact ?? null,
    field: field ?? null,
    body: text,
    authorId: viewer?.id ?? '',
  };
  // A repeated request finds the comment that the first one stored.
  return client.comment.upsert({ where: { id }, create: data, update: {} });
}

/** Parses a cursor of the list of changesets: the number of the page's last changeset. */
function numberOf(cursor: string): number {
  if (/^\d{1,9}$/.test(cursor)) return Number(cursor);
  throw apiError('BAD_CURSOR', 'This is not a cursor of this list. Pass the endCursor of a page unchanged.', {
    path: ['changesets', 'after'],
  });
}

function pageSize(first: number): number {
  if (first >= 1 && first <= maxPageSize) return first;
  throw apiError('PAGE_SIZE', `A page can have 1 to ${maxPageSize} rows, not ${first}.`, {
    limit: { limit: maxPageSize, asked: first },
  });
}
