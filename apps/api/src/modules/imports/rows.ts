import { factTypeNames, upperSnake } from '@chancery/codebook';
import type { DeskClient } from '@chancery/prisma/desk';
import { apiError } from '../../errors.ts';
import { importerOf } from '../../imports/find-importer.ts';
import { detailOf, type StoredImport, toApiTypeName } from './to-output.ts';

/** Returns a page of the rows of an import with the editors' answers. */
export async function rowsOf(
  stored: StoredImport,
  { outcome, type, first, after }: { outcome?: string[]; type?: string; first: number; after?: string },
  client: DeskClient,
): Promise<Record<string, unknown>> {
  const found = await client.importRow.findMany({
    where: {
      importId: stored.id,
      ...(outcome ? { outcome: { in: outcome } } : {}),
      ...(type === undefined ? {} : { type: factTypeNames.find((name) => upperSnake(name) === type) ?? '' }),
      ...(after === undefined ? {} : { ordinal: { gt: ordinalOf(after) } }),
    },
    orderBy: { ordinal: 'asc' },
    take: first + 1,
  });
  const rows = found.slice(0, first);
  const questions = rows.flatMap((row) => detailOf(row).question ?? []);
  const answers = await client.importAnswer.findMany({
    where: { source: importerOf(stored)?.manifest.key ?? '', key: { in: questions } },
  });
  const nodes = rows.map(({ detail, ...row }) => {
    const { changes = [], candidates = [], question = null } = detailOf({ detail });
    const answer = answers.find(({ key }) => key === question);
    return {
      ...row,
      type: toApiTypeName(row.type),
      fact: row.factId,
      changes,
      candidates,
      question,
      answer: answer ? { fact: answer.factId, by: answer.by, at: answer.at } : null,
    };
  });
  return { nodes, hasNextPage: found.length > first, endCursor: nodes.at(-1)?.ordinal.toString() ?? null };
}

/** Parses a cursor of the rows: the ordinal of the page's last row. */
function ordinalOf(cursor: string): number {
  if (/^\d{1,9}$/.test(cursor)) return Number(cursor);
  throw apiError('BAD_CURSOR', 'This is not a cursor of this list. Pass the endCursor of a page unchanged.', {
    path: ['rows', 'after'],
  });
}
