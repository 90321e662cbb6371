import type { StoredFact } from '@chancery/changesets';
import { type FactTypeName, factTypeNames, lapsingSpells, snakeCase, tableOf } from '@chancery/codebook';
import { facts } from '@chancery/ledger';
import type pg from 'pg';

/** A spell that may lapse: the type that has it and the field. */
export interface Spell {
  readonly type: FactTypeName;
  readonly field: string;
}

/** All spells of the codebook that may lapse. */
export const spellsThatLapse: readonly Spell[] = factTypeNames.flatMap((type) =>
  [...lapsingSpells(type)].map(([field]) => ({ type, field })),
);

/** How many facts are read at a time. */
const pageSize = 1_000;

/**
 * The facts of a type that a source's batches brought in and of which a condition holds, page by page in the order of their
 * ids. The condition is SQL of ours on the type's own table `t`; `$3` is the first of its values.
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
    const standing = await facts(desk, new Set(rows.map(({ id }) => id)));
    yield rows.flatMap(({ id }) => standing.get(id) ?? []);
  }
}

/** The condition of {@link factsOfSource} that a spell is open: its source says that it goes on. */
export function isOpenSql({ field }: Spell): string {
  return `t."${snakeCase(field)}_edtf" LIKE '%/..'`;
}
