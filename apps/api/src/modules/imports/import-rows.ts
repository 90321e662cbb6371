import type { StoredRow } from '@chancery/prisma/desk';
import { z } from 'zod';
import type { ImportOutcome } from '../../generated/desk-types.ts';
import { readAnswers } from '../../imports/answers.ts';
import { importerOf } from '../../imports/find-importer.ts';
import { fromFactType } from '../api-names.ts';
import type { DeskModule } from '../module.ts';
import { numberOfCursor, pageSize } from '../paging.ts';
import { toNullableFactType } from './nullable-fact-type.ts';
import { countRowsByQuestion, selectRows } from './rows-by-question.ts';

/** Serves the rows of an import with their answers, and the number of rows by outcome and type. */
export const importRows = {
  sdl: `
"""The outcome of a row."""
enum ImportOutcome {
  """A new fact."""
  CREATE
  """A changed fact: an earlier import of the source created it, or the source adds values that the register lacks."""
  UPDATE
  """The register has the same values from other evidence; a citation of this source is added."""
  CITED
  """The register already has the same values from this source."""
  UNCHANGED
  """The register has other values, from other evidence or because an editor changed them. They are not changed."""
  CONFLICT
  """The row may match several facts; an editor has to decide."""
  DOUBTFUL
  """The row cannot be imported; the message says why and what to do."""
  ERROR
  """The row is left out; the message says why."""
  LEFT
}
extend type Import {
  counts: [ImportCount!]!
  """Its rows in the order of the files."""
  rows(
    outcome: [ImportOutcome!]
    type: FactType
    """List only the first of the selected rows with the same question: its answer applies to all of them."""
    onePerQuestion: Boolean = false
    first: Int = 50
    after: String
  ): ImportRowPage!
}
"""The number of rows with an outcome."""
type ImportCount {
  outcome: ImportOutcome!
  """Null for lines that do not result in a fact."""
  type: FactType
  rows: Int!
}
"""A page of rows."""
type ImportRowPage {
  nodes: [ImportRow!]!
  hasNextPage: Boolean!
  endCursor: String
}
"""The outcome of one fact of a line, or a problem with the line."""
type ImportRow {
  ordinal: Int!
  file: String!
  """The line number, counted from 1 including the header; null for the whole file."""
  line: Int
  column: String
  """The key of the fact within its source."""
  key: String
  type: FactType
  outcome: ImportOutcome!
  """The matched fact, or the id of the new fact."""
  fact: ID
  label: String!
  """A problem or a note, and what to do about it."""
  message: String
  """The fields that change or differ."""
  changes: [ImportChange!]!
  """Facts that may match, best match first."""
  candidates: [ImportCandidate!]!
  """The key of the question, for answerImport; null if there is no question."""
  question: String
  """The number of rows of the import with the same question, including this one; 0 without a question."""
  sameQuestion: Int!
  """The answer to the question."""
  answer: ImportAnswer
}
type ImportChange {
  field: String!
  from: Value
  to: Value
}
type ImportCandidate {
  fact: ID!
  label: String!
  """From 0 to 1."""
  score: Float!
  """How the score was computed."""
  why: String!
}
"""An answer to a question."""
type ImportAnswer {
  """Whether the answer applies to all imports of the source, because an editor gave it. Otherwise it applies to this import only."""
  isShared: Boolean!
  """The chosen fact; null for a new fact."""
  fact: ID
  by: DeskPerson
  at: DateTime!
}`,
  fields: {
    Import: {
      counts: ({ counts }) =>
        storedCounts.parse(counts).map(({ type, ...count }) => ({ ...count, type: toNullableFactType(type) })),
      rows: async (stored, { outcome, type, onePerQuestion, first, after }, { services: { client, pools } }) => {
        const size = pageSize(first);
        const ordinals = await selectRows(pools.desk, {
          importId: stored.id,
          outcomes: outcome ? [...outcome] : null,
          type: type === undefined ? null : fromFactType(type),
          after: after === undefined ? -1 : numberOfCursor(after, 'rows'),
          onePerQuestion: onePerQuestion ?? false,
          limit: size + 1,
        });
        const found = await client.importRow.findMany({
          where: { importId: stored.id, ordinal: { in: ordinals } },
          orderBy: { ordinal: 'asc' },
        });
        const rows = found.slice(0, size);
        const questions = rows.flatMap((row) => detailOf(row).question ?? []);
        const source = importerOf(stored)?.manifest.key ?? '';
        const answers = await readAnswers(client, { importId: stored.id, source }, questions);
        const rowsByQuestion = await countRowsByQuestion(pools.desk, stored.id, questions);
        const nodes = rows.map((row) => {
          const { changes = [], candidates = [], question } = detailOf(row);
          return {
            ...row,
            outcome: importOutcome.parse(row.outcome),
            type: toNullableFactType(row.type),
            fact: row.factId,
            changes,
            candidates,
            question,
            sameQuestion: question === undefined ? 0 : (rowsByQuestion.get(question) ?? 0),
            answer: question === undefined ? undefined : answers.get(question),
          };
        });
        return { nodes, hasNextPage: found.length > size, endCursor: nodes.at(-1)?.ordinal.toString() };
      },
    },
    ImportAnswer: {
      fact: ({ factId }) => factId,
      by: ({ by }, _args, { person }) => person(by),
    },
  },
} satisfies DeskModule;

const importOutcome = z.enum({
  CREATE: 'CREATE',
  UPDATE: 'UPDATE',
  CITED: 'CITED',
  UNCHANGED: 'UNCHANGED',
  CONFLICT: 'CONFLICT',
  DOUBTFUL: 'DOUBTFUL',
  ERROR: 'ERROR',
  LEFT: 'LEFT',
} satisfies { [Outcome in ImportOutcome]: Outcome });

const storedCounts = z.array(z.object({ outcome: importOutcome, type: z.string().nullable(), rows: z.number() }));

/** The form of the JSON column of a row, which only the import job writes. */
const rowDetail = z.object({
  changes: z.array(z.object({ field: z.string(), from: z.unknown(), to: z.unknown() })).optional(),
  candidates: z.array(z.object({ fact: z.string(), label: z.string(), score: z.number(), why: z.string() })).optional(),
  question: z.string().optional(),
});

function detailOf({ detail }: StoredRow): z.infer<typeof rowDetail> {
  return rowDetail.parse(detail ?? {});
}
