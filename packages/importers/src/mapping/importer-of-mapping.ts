import { fieldsOf, isFactType } from '@chancery/codebook';
import type { Importer } from '../importer.ts';
import type { Line } from '../line.ts';
import { type ColumnManifest, type Manifest, notImported } from '../manifest.ts';
import type { Marks, SourceRecord } from '../source-record.ts';
import { columnsOfFact } from './columns-of.ts';
import { onReaderOf } from './date-reader.ts';
import { hasSeparator, keyOf, type LinesByKey, linkReaderOf } from './link-reader.ts';
import type { FactMapping, Mapping } from './mapping.ts';
import { valueReaderOf } from './value-reader.ts';

/**
 * Returns the importer of an editor's own table, as described by a mapping. `file` is the name of the given file, whose
 * columns must be those that the mapping imports or leaves out.
 * @throws Error if the codebook does not have a type or field of the mapping, or if a date form is not supported;
 * `readMapping` reports these as problems
 */
export function importerOfMapping(mapping: Mapping, file = mapping.file): Importer {
  const isMissing = missingTextsOf(mapping);
  const facts = Object.entries(mapping.facts).map(([name, fact]) =>
    readerOf(name, [fact, ...Object.values(mapping.facts)], isMissing),
  );
  return {
    manifest: manifestOf(mapping, file),
    begin: () => {
      const linesByKey: LinesByKey = new Map();
      return (line) => facts.flatMap((read) => read(line, linesByKey));
    },
    isMissing,
  };
}

function missingTextsOf({ missing = [], missingIn = {} }: Mapping): (column: string, text: string) => boolean {
  const everywhere = new Set(missing);
  const byColumn = new Map(Object.entries(missingIn).map(([column, texts]) => [column, new Set(texts)]));
  return (column, text) => everywhere.has(text) || byColumn.get(column)?.has(text) === true;
}

/** Returns the reader of a fact: the first of `facts`, the rest of which are all facts of the mapping. */
function readerOf(
  name: string,
  facts: readonly [FactMapping, ...FactMapping[]],
  missing: (column: string, text: string) => boolean,
): (line: Line, linesByKey: LinesByKey) => SourceRecord[] {
  const [fact] = facts;
  const { type } = fact;
  if (!isFactType(type)) throw new Error(`${type} is not a type: validate the mapping with readMapping first`);
  const fields = fieldsOf(type);
  const values = Object.entries(fact.values).map(([field, value]) => {
    const definition = fields[field];
    if (!definition) throw new Error(`${type} has no field ${field}: validate the mapping with readMapping first`);
    return [field, valueReaderOf(definition, value, missing)] as const;
  });
  const links = Object.entries(fact.links).map(
    ([field, link]) =>
      [field, linkReaderOf(link, facts, { isRequired: Boolean(fields[field]?.required), missing })] as const,
  );
  const readMarks = marksReaderOf(facts);
  const hasParts = Object.values(fact.links).some(hasSeparator);
  /** Returns no fact for a key that an earlier line has, which is a problem unless the mapping allows it. */
  const repeat = (line: Line, key: string, linesByKey: LinesByKey): SourceRecord[] => {
    if (!fact.repeats)
      line.report(
        fact.key[0] ?? '',
        `Line ${linesByKey.get(key)} has the same key for “${name}”. Keep one of the two lines, or allow several rows for “${name}” in the mapping.`,
      );
    return [];
  };
  const columns = columnsOfFact(fact).map(([column]) => column);
  return (line, linesByKey) => {
    // Read all columns even if this row does not have the fact, so that they count as used.
    for (const column of columns) line.text(column);
    if (fact.where !== undefined && line.text(fact.where) === '') return [];
    const rowKey = keyOf(line, name, fact.key);
    if (!hasParts && linesByKey.has(rowKey)) return repeat(line, rowKey, linesByKey);
    const targets = links.map(([field, read]) => [field, read(line, linesByKey)] as const);
    const parts = targets.find(([, found]) => found.some(({ part }) => part !== ''))?.[1].map(({ part }) => part) ?? [
      '',
    ];
    const keys = new Map(parts.map((part) => [part, part === '' ? rowKey : `${rowKey} · ${part}`]));
    const repeated = new Set(parts.filter((part) => linesByKey.has(keys.get(part) ?? rowKey)));
    const [firstRepeated] = repeated;
    if (firstRepeated !== undefined && !fact.repeats)
      return repeat(line, keys.get(firstRepeated) ?? rowKey, linesByKey);
    const readValues = Object.fromEntries(
      values.flatMap(([field, read]) => {
        const value = read(line);
        return value === undefined ? [] : [[field, value] as const];
      }),
    );
    const marks = readMarks(line);
    if (line.problems.length > 0) return [];
    return [...keys].flatMap(([part, key]) => {
      if (repeated.has(part)) return [];
      linesByKey.set(key, line.number);
      const references = targets.flatMap(([field, found]) => {
        const target = found.find((one) => one.part === part) ?? found.find((one) => one.part === '');
        return target ? [[field, target.reference] as const] : [];
      });
      return [
        {
          type,
          key,
          file: line.file,
          line: line.number,
          values: readValues,
          links: Object.fromEntries(references),
          ...(marks ? { marks } : {}),
        },
      ];
    });
  };
}

function marksReaderOf(facts: readonly [FactMapping, ...FactMapping[]]): (line: Line) => Marks | undefined {
  const { marks } = facts[0];
  if (!marks) return () => undefined;
  const readers = (marks.codes ?? []).map(({ scheme, column, on }) => ({
    scheme,
    column,
    readOn: onReaderOf(on, facts),
  }));
  return (line) => {
    const codes = readers.flatMap(({ scheme, column, readOn }) => {
      const value = line.text(column);
      const on = readOn(line);
      return value === '' ? [] : [{ scheme, value, ...(on === undefined ? {} : { on }) }];
    });
    const names = (marks.names ?? []).map((column) => line.text(column)).filter((name) => name !== '');
    return { codes, names };
  };
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
