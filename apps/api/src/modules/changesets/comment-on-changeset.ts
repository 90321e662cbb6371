import { maxCommentLength } from '@chancery/changesets';
import * as ledger from '@chancery/ledger';
import { none } from '../../audit/audit-rule.ts';
import { apiError } from '../../errors.ts';
import type { DeskModule } from '../module.ts';
import { anyUser } from '../policies.ts';
import { checkDeskId } from './check-desk-id.ts';

/** Serves the comments on changesets, and the mutation that comments on a changeset, one of its facts or a field. */
export const commentOnChangeset = {
  sdl: `
type DeskComment {
  id: ID!
  version: Int!
  fact: ID
  field: String
  body: String!
  by: DeskPerson
  at: DateTime!
}
extend type Changeset {
  """The comments on it, oldest first."""
  comments: [DeskComment!]!
}
extend type Mutation {
  """Comments on a changeset. The client generates the id of the comment."""
  commentOnChangeset(id: ID!, changeset: ID!, body: String!, fact: ID, field: String): DeskComment
}`,
  mutations: {
    commentOnChangeset: {
      policy: anyUser,
      audit: none('The comment states its author and the time, and is never changed.'),
      resolve: async (_root, { id, changeset, body, fact, field }, { services: { client, pools }, viewer }) => {
        checkDeskId(id, 'comment', 'commentOnChangeset');
        const text = body.trim();
        if (text === '' || text.length > maxCommentLength)
          throw apiError(
            'BAD_USER_INPUT',
            `A comment must have 1 to ${maxCommentLength.toLocaleString('en')} characters.`,
            {
              path: ['commentOnChangeset', 'body'],
            },
          );
        const found = await ledger.findChangeset(pools.desk, changeset);
        if (!found) return null;
        const data = {
          id,
          changesetId: changeset,
          version: found.version,
          factId: fact ?? null,
          field: field ?? null,
          body: text,
          authorId: viewer.id,
        };
        // A repeated request finds the comment that the first one stored.
        return client.comment.upsert({ where: { id }, create: data, update: {} });
      },
    },
  },
  fields: {
    Changeset: {
      comments: ({ id }, _args, { services: { client } }) =>
        client.comment.findMany({ where: { changesetId: id }, orderBy: [{ at: 'asc' }, { id: 'asc' }] }),
    },
    DeskComment: {
      by: ({ authorId }, _args, { person }) => person(authorId),
      fact: ({ factId }) => factId,
    },
  },
} satisfies DeskModule;
