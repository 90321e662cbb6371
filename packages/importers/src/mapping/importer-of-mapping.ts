import { fieldsOf, isFactType } from '@chancery/codebook';
import type { Importer } from '../importer.ts';
import type { Line } from '../line.ts';
import { type ColumnManifest, left, type Manifest } from '../manifest.ts';
import type { Marks, Reference, SourceRecord } from '../source-record.ts';
import { columnsOfFact } from './columns-of.ts';
import type { FactMapping, LinkMapping, Mapping } from './mapping.ts';
import { valueReaderOf } from './value-reader.ts';

/** The line from which each fact was read, by its key. */
type LinesByKey = Map<string, number>;

/**
 * The importer of a table of one's own, from what its columns are said to mean. `file` is the name under which the table is
 * given; its columns must be those of the mapping, each taken or left.
 */
export function importerOfMapping(mapping: Mapping, file = mapping.file): Importer {
  const facts = Object.entries(mapping.facts).map(([name, fact]) => readerOf(name, fact));
  return {
    manifest: manifestOf(mapping, file),
    begin: () => {
      const linesByKey: LinesByKey = new Map();
      return (line) => facts.flatMap((read) => read(line, linesByKey) ?? []);
    },
  };
}

function readerOf(name: string, fact: FactMapping): (line: Line, linesByKey: LinesByKey) => SourceRecord | undefined {
  const { type } = fact;
  if (!isFactType(type)) throw new Error(`${type} is no type: the mapping was not read by readMapping`);
  const fields = fieldsOf(type);
  const values = Object.entries(fact.values).map(([field, value]) => {
    const meant = fields[field];
    if (!meant) throw new Error(`${type} has no ${field}: the mapping was not read by readMapping`);
    return [field, valueReaderOf(meant, value)] as const;
  });
  return (line, linesByKey) => {
    // All columns are looked at, whether or not this row tells of the fact, so that none is taken to be passed over.
    for (const [column] of columnsOfFact(fact)) line.text(column);
    if (fact.where !== undefined && line.text(fact.where) === '') return undefined;
    const key = keyOf(line, name, fact.key);
    const above = linesByKey.get(key);
    if (above !== undefined) {
      if (!fact.repeats) line.report(fact.key[0] ?? '', `Line ${above} has the same key.`);
      return undefined;
    }
    const said = values.flatMap(([field, read]) => {
      const value = read(line);
      return value === undefined ? [] : [[field, value] as const];
    });
    const links = Object.entries(fact.links).flatMap(([field, link]) => {
      const reference = referenceOf(line, link, Boolean(fields[field]?.required), linesByKey);
      return reference ? [[field, reference] as const] : [];
    });
    const marks = marksOf(line, fact);
    if (line.problems.length > 0) return undefined;
    linesByKey.set(key, line.number);
    return {
      type,
      key,
      file: line.file,
      line: line.number,
      values: Object.fromEntries(said),
      links: Object.fromEntries(links),
      ...(marks ? { marks } : {}),
    };
  };
}

function keyOf(line: Line, name: string, columns: readonly string[]): string {
  return [name, ...columns.map((column) => line.needed(column))].join(' · ');
}

function referenceOf(
  line: Line,
  link: LinkMapping,
  isRequired: boolean,
  linesByKey: LinesByKey,
): Reference | undefined {
  if ('fact' in link) {
    if (!isRequired && link.key.every((column) => line.text(column) === '')) return undefined;
    const target = keyOf(line, link.fact, link.key);
    if (linesByKey.has(target)) return { record: target };
    line.report(link.key[0] ?? '', 'No row up to this one tells of it.');
    return undefined;
  }
  if ('value' in link) return { code: { scheme: link.code, value: link.value } };
  const column = 'code' in link ? link.column : link.name;
  const text = isRequired ? line.needed(column) : line.text(column);
  if (text === '') return undefined;
  const when = link.on === undefined ? '' : line.text(link.on);
  const on = when === '' ? {} : { on: when };
  return 'code' in link ? { code: { scheme: link.code, value: text, ...on } } : { name: { text, ...on } };
}

function marksOf(line: Line, { marks }: FactMapping): Marks | undefined {
  if (!marks) return undefined;
  const codes = (marks.codes ?? []).flatMap(({ scheme, column, on }) => {
    const value = line.text(column);
    const when = on === undefined ? '' : line.text(on);
    return value === '' ? [] : [{ scheme, value, ...(when === '' ? {} : { on: when }) }];
  });
  const names = (marks.names ?? []).map((column) => line.text(column)).filter((name) => name !== '');
  return { codes, names };
}

function manifestOf(mapping: Mapping, file: string): Manifest {
  const { key, title, publisher, version, citation, licence, coverage, grade } = mapping;
  const taken = new Map<string, Set<string>>();
  for (const [name, fact] of Object.entries(mapping.facts))
    for (const [column, what] of columnsOfFact(fact)) {
      const meanings = taken.get(column) ?? new Set();
      taken.set(column, meanings.add(`${name}: ${what}`));
    }
  const columns: Record<string, ColumnManifest> = {};
  for (const [column, meanings] of taken) columns[column] = { meaning: [...meanings].join('; ') };
  for (const [column, why] of Object.entries(mapping.left)) columns[column] = left('Not taken', why);
  return {
    ...{ key, title, publisher, version, citation, licence, coverage, grade },
    // That a table of one's own holds all there is of something is for an editor to say.
    covers: [],
    files: [{ name: file, rows: 0, columns }],
    facts: {},
    notes: 0,
  };
}
