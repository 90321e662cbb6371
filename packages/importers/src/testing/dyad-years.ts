import type { FieldValue } from '@chancery/codebook';
import type { GivenFile } from '../reading/text-of-file.ts';
import type { SourceRecord } from '../source-record.ts';
import { rowsOf } from './published.ts';

/** What one state owes another in a year, by `from to year`. */
export type DyadYears = Map<string, Set<string>>;

/** What obligations come to in the years up to the last one of the data, of whatever days they are. */
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

/** What a published file of directed dyads and years says, with its columns of flags. */
export async function publishedDyadYears(file: GivenFile, flags: Readonly<Record<string, string>>): Promise<DyadYears> {
  const all: DyadYears = new Map();
  for await (const row of rowsOf(file)) {
    const owed = Object.entries(flags).flatMap(([column, type]) => (row(column) === '1' ? [type] : []));
    all.set(`${row('ccode1')} ${row('ccode2')} ${row('year')}`, new Set(owed));
  }
  return all;
}

/** What either of two states owes the other. */
export function eitherWay(directed: DyadYears): DyadYears {
  const all: DyadYears = new Map();
  for (const [key, types] of directed) {
    const [from = '', to = '', year = ''] = key.split(' ');
    const [one, other] = Number(from) < Number(to) ? [from, to] : [to, from];
    for (const type of types) add(all, `${one} ${other} ${year}`, type);
    if (types.size === 0) add(all, `${one} ${other} ${year}`);
  }
  return all;
}

/** How many keys each reason explains. A key that none or several explain is under its own name. */
export function explained(
  keys: Iterable<string>,
  reasons: Readonly<Record<string, (one: number, other: number, year: number) => boolean>>,
): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const key of keys) {
    const [one = 0, other = 0, year = 0] = key.split(' ').map(Number);
    const found = Object.keys(reasons).filter((reason) => reasons[reason]?.(one, other, year));
    const name = found.length === 1 ? (found[0] ?? key) : key;
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}

/** The keys that only the first has. */
export function onlyIn(one: DyadYears, other: DyadYears): string[] {
  return [...one.keys()].filter((key) => !other.has(key));
}

/** In how many dyads and years that both have, the first has each type and the second has not, or the other way round. */
export function differing(one: DyadYears, other: DyadYears): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const [key, types] of one) {
    const others = other.get(key);
    if (!others) continue;
    for (const type of types) if (!others.has(type)) counts[`+${type}`] = (counts[`+${type}`] ?? 0) + 1;
    for (const type of others) if (!types.has(type)) counts[`-${type}`] = (counts[`-${type}`] ?? 0) + 1;
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
