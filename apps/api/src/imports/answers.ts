import type { DeskClient } from '@chancery/prisma/desk';

/** The answer to a question of an import. */
export interface Answer {
  /** The matching fact; null if it is a new one. */
  readonly factId: string | null;
  readonly by: string;
  readonly at: Date;
  /**
   * Whether the answer applies to all imports of the source. That of a contributor applies to one import only: it would
   * otherwise change the imports of editors without a review.
   */
  readonly isShared: boolean;
}

/** The question of an import: the import, the key of its source and the key of the question. */
export interface Question {
  readonly importId: string;
  readonly source: string;
  readonly key: string;
}

/**
 * Returns the answers that apply to an import of a source, by the key of the question: those of editors, and those given
 * to the import itself, which come first. `keys` limits them to some questions.
 */
export async function readAnswers(
  client: DeskClient,
  { importId, source }: Pick<Question, 'importId' | 'source'>,
  keys?: readonly string[],
): Promise<Map<string, Answer>> {
  const limited = keys ? { key: { in: [...keys] } } : {};
  const shared = await client.importAnswer.findMany({ where: { source, ...limited } });
  const own = await client.importOwnAnswer.findMany({ where: { importId, ...limited } });
  return new Map<string, Answer>([
    ...shared.map(({ key, factId, by, at }) => [key, { factId, by, at, isShared: true }] as const),
    ...own.map(({ key, factId, by, at }) => [key, { factId, by, at, isShared: false }] as const),
  ]);
}

/** Stores an answer, in place of an earlier one to the same question. */
export async function storeAnswer(
  client: DeskClient,
  { importId, source, key }: Question,
  { isShared, ...answer }: Answer,
): Promise<void> {
  if (!isShared) {
    const id = { importId, key };
    await client.importOwnAnswer.upsert({
      where: { importId_key: id },
      create: { ...id, ...answer },
      update: answer,
    });
    return;
  }
  const id = { source, key };
  await client.$transaction([
    client.importAnswer.upsert({ where: { source_key: id }, create: { ...id, ...answer }, update: answer }),
    // The starter of the import may have answered before they became an editor.
    client.importOwnAnswer.deleteMany({ where: { importId, key } }),
  ]);
}
