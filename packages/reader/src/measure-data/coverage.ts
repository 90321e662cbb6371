/**
 * The years that data span: from the first to the last in which the register dates a beginning or an end of their kind.
 * Outside them nothing is known, and nothing is not none. Null where there are no data.
 */
export type Coverage = { readonly from: number; readonly to: number } | null;

/** SQL for the coverage of dates in columns: an array of two years. Open ends are no dates. */
export function coverageSql(rows: string, columns: readonly string[]): string {
  const years = columns.map((column) => `CASE WHEN isfinite(${column}) THEN extract(year FROM ${column})::integer END`);
  return `(SELECT json_build_array(least(${years.map((year) => `min(${year})`).join(', ')}), greatest(${years.map((year) => `max(${year})`).join(', ')})) FROM ${rows})`;
}

/** Reads a coverage. */
export function readCoverage([from, to]: readonly [number | null, number | null]): Coverage {
  return from === null || to === null ? null : { from, to };
}

/** Whether a year is covered. */
export function covers(coverage: Coverage, year: number): boolean {
  return coverage !== null && coverage.from <= year && year <= coverage.to;
}
