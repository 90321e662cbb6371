import type { StoredFact } from '@chancery/changesets';
import { type FactTypeName, factTypeNames, lapsingSpells, snakeCase, tableOf } from '@chancery/codebook';
import { lookUpFacts } from '@chancery/ledger';
import type pg from 'pg';

/** A spell field that may lapse, and its type. */
export interface Spell {
  readonly type: FactTypeName;
  readonly field: string;
}

/** All spell fields of the codebook that may lapse. */
export const spellsThatLapse: readonly Spell[] = factTypeNames.flatMap((type) =>
  [...lapsingSpells(type)].map(([field]) => ({ type, field })),
);

/** The number of facts per page. */
const pageSize = 1_000;

/**
 * Yields pages of facts of a type that were imported from a source and meet a condition, sorted by id. The condition is SQL on
 * the type's table `t` and is not escaped; `$3` is the first of its `values`.
 */
export async function* factsOfSource(
  desk: pg.Pool,
  source: string,
  type: FactTypeName,
  condition: string,
  values: readonly unknown[] = [],
): AsyncGenerator<StoredFact[]> {
  for (let after = ''; ; ) {
    const { rows } = await desk.query<{ id: string }>(
      `SELECT t.id FROM register."${tableOf(type)}" t
         JOIN register.fact f ON f.id = t.id JOIN register.import_batch b ON b.id = f.batch_id
       WHERE b.source_id = $1 AND t.id > $2 AND (${condition}) ORDER BY t.id LIMIT ${pageSize}`,
      [source, after, ...values],
    );
    const last = rows.at(-1);
    if (!last) return;
    after = last.id;
    const standing = await lookUpFacts(desk, new Set(rows.map(({ id }) => id)));
    yield rows.flatMap(({ id }) => standing.get(id) ?? []);
  }
}

/** Returns the condition for {@link factsOfSource} that a spell has an open end, that is, is recorded as ongoing. */
export function isOpenSql({ field }: Spell): string {
  return `t."${snakeCase(field)}_edtf" LIKE '%/..'`;
}
