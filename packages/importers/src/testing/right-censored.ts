import { fieldsOf } from '@chancery/codebook';
import type { Manifest } from '../manifest.ts';
import type { SourceRecord } from '../source-record.ts';
import { publishedFile, rowsOf } from './published.ts';

/** A row, as a function that returns the cell of a column. */
type CellOf = (column: string) => string;

/** The numbers of intervals in date fields, by how they end. */
export interface SpellEnds {
  all: number;
  /** With an unknown end: `1996/`. */
  unknown: number;
  /** With an open end: `1996/..`. */
  open: number;
}

/**
 * Adds the intervals in the date fields of a record to the counts. Spells that cannot lapse (of states, organizations,
 * codes and names) do not count.
 */
export function countEnds(ends: SpellEnds, { type, values }: SourceRecord): void {
  for (const [name, { spell }] of Object.entries(fieldsOf(type))) {
    const value = spell === 'LASTS' ? undefined : values[name];
    if (typeof value !== 'object' || value === null || !('edtf' in value)) continue;
    const [, end] = value.edtf.split('/');
    if (end === undefined) continue;
    ends.all += 1;
    if (end === '') ends.unknown += 1;
    if (end === '..') ends.open += 1;
  }
}

const countYes = (row: CellOf, columns: readonly string[]) => columns.filter((column) => row(column) === '1').length;
const cowFlags = ['defense', 'neutrality', 'nonaggression', 'entente'];
const dyadFlags = ['cow_defense', 'cow_neutral', 'cow_nonagg', 'cow_entente'];
const atopFlags = ['defense', 'offense', 'neutral', 'nonagg', 'consul'];

/**
 * For each source with spells that may lapse: the file to read, and how to count the right-censored spells in its rows.
 */
const counters: Readonly<
  Record<string, { readonly file: string; readonly count: (rows: readonly CellOf[]) => number }>
> = {
  'cow-igo': {
    file: 'cow_igo_v3_membership_spells.csv',
    count: (rows) => rows.filter((row) => row('right_censored') === '1').length,
  },
  'cow-alliances': {
    file: 'cow_alliance_v4.1_by_member.csv',
    count: (rows) =>
      countBetweenMembers(
        rows.filter((row) => row('right_censor') === '1'),
        { groupOf: (row) => row('version4id'), state: (row) => row('ccode') },
        (from, to) => countYes(from, cowFlags) || (countYes(to, cowFlags) > 0 ? 0 : 1),
      ),
  },
  'cow-alliances-by-dyad': {
    file: 'cow_alliance_v4.1_directed_dyad_year.csv',
    count: (rows) =>
      rows.filter((row) => row('year') === '2012').reduce((sum, row) => sum + countYes(row, dyadFlags), 0),
  },
  atop: {
    file: 'atop_v5.1_members.csv',
    count: (rows) =>
      countBetweenMembers(
        rows.filter((row) => row('ineffect') === '1'),
        { groupOf: (row) => `${row('atopid')} ${row('phase')}`, state: (row) => row('member') },
        (from) => countYes(from, atopFlags),
      ),
  },
  'tss-rivalries': {
    file: 'tss_rivalries.csv',
    count: (rows) => rows.filter((row) => row('end') === '2020').length,
  },
};

/** Counts the obligations that each member of a group owes each other member, over all groups. */
function countBetweenMembers(
  rows: readonly CellOf[],
  { groupOf, state }: { groupOf: (row: CellOf) => string; state: (row: CellOf) => string },
  countOwed: (from: CellOf, to: CellOf) => number,
): number {
  const groups = new Map<string, CellOf[]>();
  for (const row of rows) groups.set(groupOf(row), [...(groups.get(groupOf(row)) ?? []), row]);
  let sum = 0;
  for (const group of groups.values())
    for (const from of group) for (const to of group) if (state(from) !== state(to)) sum += countOwed(from, to);
  return sum;
}

/**
 * Counts the right-censored spells of a source in its published file, independently of the importer; 0 if the source
 * has none.
 * @throws Error if the file is missing
 */
export async function countRightCensored({ key }: Manifest): Promise<number> {
  const counter = counters[key];
  if (!counter) return 0;
  const rows: CellOf[] = [];
  for await (const row of rowsOf(publishedFile(counter.file))) rows.push(row);
  return counter.count(rows);
}
