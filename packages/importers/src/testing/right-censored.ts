import { fieldsOf } from '@chancery/codebook';
import type { Manifest } from '../manifest.ts';
import type { SourceRecord } from '../source-record.ts';
import { published, rowsOf } from './published.ts';

/** The row of a file, by the names of its columns. */
type CellOf = (column: string) => string;

/** How often the periods of a source's facts that may lapse end in a way. */
export interface SpellEnds {
  all: number;
  /** The source does not say when it ended: `1996/`. */
  unknown: number;
  /** Said to go on: `1996/..`. */
  open: number;
}

/** Counts how the periods of a record end; those of states, organizations, codes and names, which do not lapse, are left out. */
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

const isYes = (row: CellOf, columns: readonly string[]) => columns.filter((column) => row(column) === '1').length;
const cowFlags = ['defense', 'neutrality', 'nonaggression', 'entente'];
const dyadFlags = ['cow_defense', 'cow_neutral', 'cow_nonagg', 'cow_entente'];
const atopFlags = ['defense', 'offense', 'neutral', 'nonagg', 'consul'];

/** For each source with spells that may lapse, how many of them had not ended when its data end, as its file says itself. */
const counts: Readonly<Record<string, { readonly file: string; readonly count: (rows: readonly CellOf[]) => number }>> =
  {
    'cow-igo': {
      file: 'cow_igo_v3_membership_spells.csv',
      count: (rows) => rows.filter((row) => row('right_censored') === '1').length,
    },
    'cow-alliances': {
      file: 'cow_alliance_v4.1_by_member.csv',
      count: (rows) =>
        pairs(
          rows.filter((row) => row('right_censor') === '1'),
          { of: (row) => row('version4id'), state: (row) => row('ccode') },
          (one, other) => isYes(one, cowFlags) || (isYes(other, cowFlags) > 0 ? 0 : 1),
        ),
    },
    'cow-alliances-by-dyad': {
      file: 'cow_alliance_v4.1_directed_dyad_year.csv',
      count: (rows) =>
        rows.filter((row) => row('year') === '2012').reduce((sum, row) => sum + isYes(row, dyadFlags), 0),
    },
    atop: {
      file: 'atop_v5.1_members.csv',
      count: (rows) =>
        pairs(
          rows.filter((row) => row('ineffect') === '1'),
          { of: (row) => `${row('atopid')} ${row('phase')}`, state: (row) => row('member') },
          (one) => isYes(one, atopFlags),
        ),
    },
    'tss-rivalries': {
      file: 'tss_rivalries.csv',
      count: (rows) => rows.filter((row) => row('end') === '2020').length,
    },
  };

/** What is owed among those who belong to one thing when the data end: for each of two, in each direction. */
function pairs(
  rows: readonly CellOf[],
  { of, state }: { of: (row: CellOf) => string; state: (row: CellOf) => string },
  owed: (one: CellOf, other: CellOf) => number,
): number {
  const groups = new Map<string, CellOf[]>();
  for (const row of rows) groups.set(of(row), [...(groups.get(of(row)) ?? []), row]);
  let sum = 0;
  for (const group of groups.values())
    for (const one of group) for (const other of group) if (state(one) !== state(other)) sum += owed(one, other);
  return sum;
}

/** How many spells of a source had not ended when its data end, counted from its file apart from the importer. */
export async function rightCensored({ key }: Manifest): Promise<number> {
  const found = counts[key];
  const file = found && published(found.file);
  if (!found || !file) return 0;
  const rows: CellOf[] = [];
  for await (const row of rowsOf(file)) rows.push(row);
  return found.count(rows);
}
