import { maxCommentLength } from '@chancery/changesets';
import * as ledger from '@chancery/ledger';
import { none } from '../../audit/audit-rule.ts';
import { apiError } from '../../errors.ts';
import type { FactType, OperationKind } from '../../generated/desk-types.ts';
import { fromFactType, lowerCase, toFactType, upperCase } from '../api-names.ts';
import type { DeskModule, ResolverOutput } from '../module.ts';
import { pageSize } from '../paging.ts';
import { atLeastRole } from '../policies.ts';
import { reasonMissing, toRefusalOutput } from './refusals.ts';

/**
 * Serves the facts of a changeset in groups, for the review of large changesets, and the judgements of reviewers on
 * them.
 */
export const groups = {
  sdl: `
extend type Changeset {
  """Its facts in groups of the same type, kind of operation and warning. The warnings of a draft are not known yet."""
  groups: [OperationGroup!]!
  """The changes to the facts of one group, sorted by fact id. A page may be shorter than requested; hasNextPage tells whether more follow."""
  group(type: FactType!, kind: OperationKind!, code: String, first: Int = 50, after: String): FactChanges!
}
"""Facts of a changeset with the same type, the same kind of operation and the same warning."""
type OperationGroup {
  type: FactType!
  kind: OperationKind!
  """The rule that reported the warning; null for facts without a warning."""
  code: String
  facts: Int!
  """The number of facts of this type and kind, with and without warnings."""
  factsInAll: Int!
  """The first few facts of the group."""
  samples: [FactLabel!]!
  """The latest judgement of each reviewer on this version."""
  verdicts: [GroupVerdict!]!
}
"""A reviewer’s judgement of one group of facts. It prepares the verdict on the changeset and does not replace it."""
enum GroupJudgement {
  """The reviewer has looked at the group and found nothing to correct."""
  LOOKED_AT
  """The group has to be corrected, as the note says."""
  TO_MEND
}
"""A reviewer’s judgement of a group of a sealed version. It does not approve anything: only a review of the changeset does."""
type GroupVerdict {
  verdict: GroupJudgement!
  note: String!
  by: DeskPerson
  at: DateTime!
}
type GroupJudged { changeset: Changeset! }
"""The sealed version has no such group."""
type NoSuchGroup { message: String! changeset: Changeset! }
union JudgeGroupOutcome = GroupJudged | NoSuchGroup | ReasonMissing | StaleChangeset | ClosedChangeset | NoSuchChangeset
extend type Mutation {
  """Records a judgement of one group of a sealed version. A later judgement of the same user replaces it."""
  judgeGroup(changeset: ID!, version: Int!, type: FactType!, kind: OperationKind!, code: String, verdict: GroupJudgement!, note: String! = ""): JudgeGroupOutcome!
}`,
  mutations: {
    judgeGroup: {
      policy: atLeastRole('EDITOR'),
      audit: none('The judgement states its author and the time, and decides nothing.'),
      resolve: async (_root, { changeset, version, verdict, note, ...group }, { services: { pools }, viewer }) => {
        if (note.length > maxCommentLength)
          throw apiError(
            'BAD_USER_INPUT',
            `A note can have at most ${maxCommentLength.toLocaleString('en')} characters. Shorten it.`,
            {
              path: ['judgeGroup', 'note'],
            },
          );
        const judgement = { ...toGroupKey(group), version, verdict, note, by: viewer.id };
        return toJudgeOutcome(await ledger.judgeGroup(pools.desk, changeset, judgement));
      },
    },
  },
  fields: {
    Changeset: {
      groups: (changeset, _args, { services: { pools } }) => ledger.operationGroups(pools.desk, changeset),
      group: async (changeset, { first, after, ...group }, { services: { pools } }) => {
        const { changes, more, cursor } = await ledger.changesOfGroup(pools.desk, changeset, toGroupKey(group), {
          first: pageSize(first),
          ...(after === undefined ? {} : { after }),
        });
        return { nodes: changes, hasNextPage: more, endCursor: cursor };
      },
    },
    OperationGroup: {
      type: ({ type }) => toFactType(type),
      kind: ({ kind }) => upperCase(kind),
    },
    GroupVerdict: { by: ({ by }, _args, { person }) => person(by) },
  },
} satisfies DeskModule;

interface GroupArguments {
  readonly type: FactType;
  readonly kind: OperationKind;
  readonly code?: string;
}

/** Converts the arguments that name a group to the key of the group in the ledger. */
function toGroupKey({ type, kind, code }: GroupArguments): ledger.GroupKey {
  return { type: fromFactType(type), kind: lowerCase(kind), code: code ?? null };
}

function toJudgeOutcome(judged: ledger.JudgeGroupOutcome): ResolverOutput<'JudgeGroupOutcome'> {
  switch (judged.outcome) {
    case 'judged':
      return { __typename: 'GroupJudged', changeset: judged.changeset };
    case 'no-such-group':
      return {
        __typename: 'NoSuchGroup',
        changeset: judged.changeset,
        message: 'The submitted version has no such group. Reload the changeset.',
      };
    case 'reason-missing':
      return reasonMissing(judged.changeset, 'Describe what has to be corrected.');
    default:
      return toRefusalOutput(judged);
  }
}
