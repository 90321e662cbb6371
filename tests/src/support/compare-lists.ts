import type { Desk } from './desk.ts';
import type { StoredImportRow } from './import-and-merge.ts';

/** How an import treated the exercises of a second list, each given by its number in the list. */
export interface ListComparison {
  /** Matched with the right exercise. */
  readonly matched: readonly string[];
  /** Matched with a wrong exercise, or with another unexpected outcome, such as `ERROR`. */
  readonly mismatched: readonly string[];
  /** Created, although the register has them. */
  readonly duplicated: readonly string[];
  /** Left as a question for an editor. */
  readonly questions: readonly string[];
  /** Created, and rightly so. */
  readonly created: readonly string[];
}

/**
 * Compares the rows of an import with the truth. `truth` has, for each number in the list, the id of the exercise in
 * the register, or `undefined` if the register does not have it.
 */
export function compareLists(
  rows: readonly StoredImportRow[],
  truth: ReadonlyMap<string, string | undefined>,
): ListComparison {
  const compared = { matched: [], mismatched: [], duplicated: [], questions: [], created: [] } as Record<
    keyof ListComparison,
    string[]
  >;
  for (const { type, key, outcome, fact } of rows) {
    const number = /^exercise · (.*)$/.exec(key ?? '')?.[1];
    if (type !== 'Exercise' || number === undefined || !truth.has(number)) continue;
    compared[verdict(outcome, fact, truth.get(number))].push(number);
  }
  return compared;
}

function verdict(outcome: string, fact: string | null, expected: string | undefined): keyof ListComparison {
  if (outcome === 'DOUBTFUL') return 'questions';
  if (outcome === 'CREATE') return expected === undefined ? 'created' : 'duplicated';
  return fact === expected ? 'matched' : 'mismatched';
}

/**
 * Counts the participations of an import whose exercise is in another year in the register than in the list. `startOf`
 * has the start of each exercise by its number in the list.
 */
export async function countWrongYears(
  { owner }: Desk,
  rows: readonly StoredImportRow[],
  startOf: ReadonlyMap<string, string>,
): Promise<number> {
  const participations = rows.filter(({ type, fact }) => type === 'Participation' && fact !== null);
  const { rows: matched } = await owner.query<{ id: string; year: string }>(
    `SELECT p.id, left(e.start_edtf, 4) AS year FROM register.participation p JOIN register.exercise e ON e.id = p.exercise_id
     WHERE p.id = ANY ($1)`,
    [participations.map(({ fact }) => fact)],
  );
  const years = new Map(matched.map(({ id, year }) => [id, year]));
  return participations.filter(({ key, fact }) => {
    const [, number = ''] = (key ?? '').split(' · ');
    const year = years.get(fact ?? '');
    return year !== undefined && year !== startOf.get(number)?.slice(0, 4);
  }).length;
}
