import type { FieldValue } from '@chancery/codebook';
import type { GivenFile } from '../reading/text-of-file.ts';
import type { SourceRecord } from '../source-record.ts';
import { rowsOf } from './published.ts';

/** The types of the obligations that one state owes another in a year. Keys have the form `from to year`. */
export type DyadYears = Map<string, Set<string>>;

/**
 * Returns the dyad years of the obligations among source records. An obligation counts for every year in which it holds
 * on any day; one without an end holds up to `lastYear`.
 */
export function dyadYearsOf(records: readonly SourceRecord[], lastYear: number): DyadYears {
  const all: DyadYears = new Map();
  for (const { type, values, links } of records) {
    if (type !== 'Obligation') continue;
    const [begin = '', end = ''] = edtfOf(values.validity).split('/');
    const last = end === '' ? lastYear : Number(end.slice(0, 4));
    for (let year = Number(begin.slice(0, 4)); year <= last; year += 1)
      add(all, `${codeOf(links.from)} ${codeOf(links.to)} ${year}`, String(values.obligationType));
  }
  return all;
}

/** Reads a published file with one row per directed dyad and year. `flags` maps columns to obligation types. */
export async function publishedDyadYears(file: GivenFile, flags: Readonly<Record<string, string>>): Promise<DyadYears> {
  const all: DyadYears = new Map();
  for await (const row of rowsOf(file)) {
    const owed = Object.entries(flags).flatMap(([column, type]) => (row(column) === '1' ? [type] : []));
    all.set(`${row('ccode1')} ${row('ccode2')} ${row('year')}`, new Set(owed));
  }
  return all;
}

/**
 * Merges both directions of each dyad: the obligations that either state owes the other. The lower number comes first
 * in keys.
 */
export function toUndirected(directed: DyadYears): DyadYears {
  const all: DyadYears = new Map();
  for (const [key, types] of directed) {
    const [from = '', to = '', year = ''] = key.split(' ');
    const [lower, higher] = Number(from) < Number(to) ? [from, to] : [to, from];
    for (const type of types) add(all, `${lower} ${higher} ${year}`, type);
    if (types.size === 0) add(all, `${lower} ${higher} ${year}`);
  }
  return all;
}

/**
 * Counts the keys that each reason explains. A key that no reason explains, or more than one, is counted under the key
 * itself.
 */
export function countByReason(
  keys: Iterable<string>,
  reasons: Readonly<Record<string, (from: number, to: number, year: number) => boolean>>,
): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const key of keys) {
    const [from = 0, to = 0, year = 0] = key.split(' ').map(Number);
    const matching = Object.keys(reasons).filter((reason) => reasons[reason]?.(from, to, year));
    const name = matching.length === 1 ? (matching[0] ?? key) : key;
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}

/** Returns the keys of the first map that the second does not have. */
export function keysOnlyIn(first: DyadYears, second: DyadYears): string[] {
  return [...first.keys()].filter((key) => !second.has(key));
}

/**
 * Compares the obligation types under each key that both maps have. Counts, by type, those that only the first map has
 * (as `+DEFENSE`) and those that only the second has (as `-DEFENSE`).
 */
export function countDifferences(first: DyadYears, second: DyadYears): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const [key, types] of first) {
    const secondTypes = second.get(key);
    if (!secondTypes) continue;
    for (const type of types) if (!secondTypes.has(type)) counts[`+${type}`] = (counts[`+${type}`] ?? 0) + 1;
    for (const type of secondTypes) if (!types.has(type)) counts[`-${type}`] = (counts[`-${type}`] ?? 0) + 1;
  }
  return counts;
}

function add(all: DyadYears, key: string, type?: string): void {
  const types = all.get(key) ?? new Set();
  if (type !== undefined) types.add(type);
  all.set(key, types);
}

function edtfOf(validity: FieldValue | undefined): string {
  return typeof validity === 'object' && validity !== null && 'edtf' in validity ? validity.edtf : '';
}

function codeOf(link: SourceRecord['links'][string] | undefined): string {
  return link !== undefined && 'code' in link ? link.code.value : '';
}
