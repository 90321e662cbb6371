import type { Desk } from './desk.ts';
import type { StoredImportRow } from './import-and-merge.ts';

/** What became of the exercises of a second list, by number. */
export interface ListComparison {
  /** Found to be the exercise that they are. */
  readonly found: readonly string[];
  /** Found to be another exercise. */
  readonly mistaken: readonly string[];
  /** Brought in as new, though the register has them. */
  readonly doubled: readonly string[];
  /** Left to an editor. */
  readonly asked: readonly string[];
  /** Brought in as new, as they are. */
  readonly fresh: readonly string[];
}

/** Compares what an import made of a list with what its exercises are: by number the id in the register, none for a new one. */
export function compareLists(
  rows: readonly StoredImportRow[],
  truth: ReadonlyMap<string, string | undefined>,
): ListComparison {
  const compared = { found: [], mistaken: [], doubled: [], asked: [], fresh: [] } as Record<
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

function verdict(outcome: string, fact: string | null, is: string | undefined): keyof ListComparison {
  if (outcome === 'DOUBTFUL') return 'asked';
  if (outcome === 'CREATE') return is === undefined ? 'fresh' : 'doubled';
  return fact === is ? 'found' : 'mistaken';
}

/** How many participations that an import wrote are of an exercise whose year is not that of the list. */
export async function inAnotherYear(
  { owner }: Desk,
  rows: readonly StoredImportRow[],
  startOf: ReadonlyMap<string, string>,
): Promise<number> {
  const participations = rows.filter(({ type, fact }) => type === 'Participation' && fact !== null);
  const { rows: found } = await owner.query<{ id: string; year: string }>(
    `SELECT p.id, left(e.start_edtf, 4) AS year FROM register.participation p JOIN register.exercise e ON e.id = p.exercise_id
     WHERE p.id = ANY ($1)`,
    [participations.map(({ fact }) => fact)],
  );
  const years = new Map(found.map(({ id, year }) => [id, year]));
  return participations.filter(({ key, fact }) => {
    const [, number = ''] = (key ?? '').split(' · ');
    const year = years.get(fact ?? '');
    return year !== undefined && year !== startOf.get(number)?.slice(0, 4);
  }).length;
}
