import type { StoredFact } from '@chancery/changesets';
import { type FactTypeName, factTypeNames, lapsingSpells, snakeCase, tableOf } from '@chancery/codebook';
import { lookUpFacts } from '@chancery/ledger';
import type pg from 'pg';

/** A field whose spells may lapse, and the fact type that has it. */
export interface LapsingSpellField {
  readonly type: FactTypeName;
  readonly field: string;
}

/** All fields of the codebook whose spells may lapse. */
export const lapsingSpellFields: readonly LapsingSpellField[] = factTypeNames.flatMap((type) =>
  [...lapsingSpells(type)].map(([field]) => ({ type, field })),
);

/** The number of facts per page. */
const pageSize = 1_000;

/**
 * Yields pages of facts of a type that were imported from a source and meet a condition, sorted by id. The condition is
 * SQL on the type's table `t` and is not escaped; its parameters start at `$3` and have the given `values`.
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

/**
 * Returns a condition for {@link factsOfSource}: the spell in the field has an open end, so it is recorded as ongoing.
 */
export function openEndCondition({ field }: LapsingSpellField): string {
  return `t."${snakeCase(field)}_edtf" LIKE '%/..'`;
}
