import { fieldsOf, isFactType } from '@chancery/codebook';
import type { Importer } from '../importer.ts';
import type { Line } from '../line.ts';
import { type ColumnManifest, type Manifest, notImported } from '../manifest.ts';
import type { Marks, Reference, SourceRecord } from '../source-record.ts';
import { columnsOfFact } from './columns-of.ts';
import type { FactMapping, LinkMapping, Mapping } from './mapping.ts';
import { valueReaderOf } from './value-reader.ts';

/** The line from which each fact was read, by the key of the fact. */
type LinesByKey = Map<string, number>;

/**
 * Returns the importer of an editor's own table, as described by a mapping. `file` is the name of the given file, whose
 * columns must be those that the mapping imports or leaves out.
 * @throws Error if the codebook does not have a type or field of the mapping, or if a date form is not supported;
 * `readMapping` reports these as problems
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
  if (!isFactType(type)) throw new Error(`${type} is not a type: validate the mapping with readMapping first`);
  const fields = fieldsOf(type);
  const values = Object.entries(fact.values).map(([field, value]) => {
    const definition = fields[field];
    if (!definition) throw new Error(`${type} has no field ${field}: validate the mapping with readMapping first`);
    return [field, valueReaderOf(definition, value)] as const;
  });
  return (line, linesByKey) => {
    // Read all columns even if this row does not have the fact, so that they count as used.
    for (const [column] of columnsOfFact(fact)) line.text(column);
    if (fact.where !== undefined && line.text(fact.where) === '') return undefined;
    const key = keyOf(line, name, fact.key);
    const earlierLine = linesByKey.get(key);
    if (earlierLine !== undefined) {
      if (!fact.repeats)
        line.report(
          fact.key[0] ?? '',
          `Line ${earlierLine} has the same key for “${name}”. Keep one of the two lines, or allow several rows for “${name}” in the mapping.`,
        );
      return undefined;
    }
    const readValues = values.flatMap(([field, read]) => {
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
      values: Object.fromEntries(readValues),
      links: Object.fromEntries(links),
      ...(marks ? { marks } : {}),
    };
  };
}

function keyOf(line: Line, name: string, columns: readonly string[]): string {
  return [name, ...columns.map((column) => line.required(column))].join(' · ');
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
    line.report(
      link.key[0] ?? '',
      `Neither this row nor an earlier one has a “${link.fact}” with this key. Correct the key, or move the row that has the key above this one.`,
    );
    return undefined;
  }
  if ('value' in link) return { code: { scheme: link.code, value: link.value } };
  const column = 'code' in link ? link.column : link.name;
  const text = isRequired ? line.required(column) : line.text(column);
  if (text === '') return undefined;
  const date = link.on === undefined ? '' : line.text(link.on);
  const on = date === '' ? {} : { on: date };
  return 'code' in link ? { code: { scheme: link.code, value: text, ...on } } : { name: { text, ...on } };
}

function marksOf(line: Line, { marks }: FactMapping): Marks | undefined {
  if (!marks) return undefined;
  const codes = (marks.codes ?? []).flatMap(({ scheme, column, on }) => {
    const value = line.text(column);
    const date = on === undefined ? '' : line.text(on);
    return value === '' ? [] : [{ scheme, value, ...(date === '' ? {} : { on: date }) }];
  });
  const names = (marks.names ?? []).map((column) => line.text(column)).filter((name) => name !== '');
  return { codes, names };
}

function manifestOf(mapping: Mapping, file: string): Manifest {
  const { key, title, publisher, version, citation, licence, coverage, grade } = mapping;
  const usesByColumn = new Map<string, Set<string>>();
  for (const [name, fact] of Object.entries(mapping.facts))
    for (const [column, use] of columnsOfFact(fact)) {
      const uses = usesByColumn.get(column) ?? new Set();
      usesByColumn.set(column, uses.add(`${name}: ${use}`));
    }
  const columns: Record<string, ColumnManifest> = {};
  for (const [column, uses] of usesByColumn) columns[column] = { meaning: [...uses].join('; ') };
  for (const [column, why] of Object.entries(mapping.left)) columns[column] = notImported('Not imported', why);
  return {
    ...{ key, title, publisher, version, citation, licence, coverage, grade },
    // Only an editor can say whether the table is complete.
    covers: [],
    files: [{ name: file, rows: 0, columns }],
    facts: {},
    notes: 0,
  };
}
