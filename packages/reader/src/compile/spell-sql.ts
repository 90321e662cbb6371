import { attestedColumn, columnsOf, type Field, type SpellReadingName } from '@chancery/codebook';

/** SQL for the columns of a spell: its EDTF, its outer and inner bounds, and the day until which it is attested. */
export interface SpellColumns {
  readonly edtf: string;
  readonly earliest: string;
  readonly latest: string;
  readonly startLatest: string;
  readonly endEarliest: string;
  readonly attestedUntil: string;
}

/**
 * Returns the columns of a spell for a table alias; undefined for a field that is not a spell. A spell that cannot
 * lapse has `infinity` as the day until which it is attested.
 */
export function spellColumns(name: string, field: Field, alias: string): SpellColumns | undefined {
  if (!field.spell) return undefined;
  const [edtf = '', earliest = '', latest = '', , , startLatest = '', endEarliest = ''] = columnsOf(name, field).map(
    (column) => `${alias}."${column.name}"`,
  );
  const attestedUntil = field.spell === 'LAPSES' ? `${alias}."${attestedColumn(name).name}"` : "date 'infinity'";
  return { edtf, earliest, latest, startLatest, endEarliest, attestedUntil };
}

/** Returns SQL for the reading of a spell on a day. Must match `spellReadingOn` of the codebook. */
export function readingSql(spell: Omit<SpellColumns, 'edtf'>, on: string): string {
  const { earliest, latest, startLatest, endEarliest, attestedUntil } = spell;
  const conditions: Record<SpellReadingName, string> = {
    UNSTATED: `num_nonnulls(${earliest}, ${latest}, ${startLatest}) = 0`,
    NO: `${on} < ${earliest} OR ${on} > ${latest}`,
    CERTAIN: `${startLatest} <= ${on} AND ${on} <= CASE WHEN isfinite(${latest}) THEN ${endEarliest} ELSE ${attestedUntil} END`,
    PRESUMED: `${startLatest} <= ${on} AND ${latest} = 'infinity'`,
    LAST_RECORDED: `${startLatest} <= ${on} AND ${latest} IS NULL`,
    POSSIBLE: 'true',
  };
  return `CASE ${Object.entries(conditions)
    .map(([reading, condition]) => `WHEN ${condition} THEN '${reading}'`)
    .join(' ')} END`;
}

/**
 * Returns an SQL condition: the reading on a day is CERTAIN or PRESUMED. It has fewer comparisons than `readingSql`.
 */
export function holdsSql(spell: Omit<SpellColumns, 'edtf'>, on: string): string {
  const { earliest, latest, startLatest, endEarliest, attestedUntil } = spell;
  return `(${startLatest} <= ${on} AND (${endEarliest} >= ${on} OR (${latest} IS NULL AND ${attestedUntil} >= ${on})) AND (${earliest} > ${on}) IS NOT TRUE)`;
}
