import { columnsOf, type Field, type FieldKind, parseUncertainDate, wordsOf } from '@chancery/codebook';
import { LRUCache } from 'lru-cache';
import { cacheBytes } from '../cache/cache-bytes.ts';
import type { CacheSize } from '../cache/cache-size.ts';
import type { Compiler } from './compiler.ts';
import { constant, jsonColumn, plainColumn } from './object.ts';
import { onSql } from './on-argument.ts';
import type { ResultRow } from './row.ts';
import type { Emit } from './run.ts';
import type { Scope } from './scope.ts';
import { type SelectedField, selectionsOf } from './selection.ts';
import { readingSql, type SpellColumns, spellColumns } from './spell-sql.ts';

/**
 * The selection of a field, the table alias and scope from which it is read, and the row to which its columns are
 * added.
 */
export interface FieldContext {
  readonly alias: string;
  readonly row: ResultRow;
  readonly selected: SelectedField;
  /** Whether the SQL of a column is never null. */
  readonly isNotNull: (column: string) => boolean;
  readonly scope: Scope;
}

type KindEmit = (
  compiler: Compiler,
  columns: readonly string[],
  row: ResultRow,
  selected: SelectedField,
  isNotNull: FieldContext['isNotNull'],
) => Emit;

const emitJsonColumn: KindEmit = (_compiler, [column = 'NULL'], row) => jsonColumn(row.add(column));

const kinds: Record<Exclude<FieldKind, 'link' | 'uncertainDate'>, KindEmit> = {
  text: emitJsonColumn,
  longText: emitJsonColumn,
  code: emitJsonColumn,
  url: emitJsonColumn,
  integer: emitJsonColumn,
  number: emitJsonColumn,
  boolean: emitJsonColumn,
  oneOf: (_compiler, [column = 'NULL'], row, _selected, isNotNull) => {
    const place = row.addPlain(column, isNotNull(column));
    row.markFewValues(place);
    return plainColumn(place);
  },
  manyOf: emitJsonColumn,
  name: (compiler, [text = 'NULL', language = 'NULL'], row, selected) =>
    emitComposite(compiler, 'LanguageName', { text, language }, row, selected),
  point: (compiler, [latitude = 'NULL', longitude = 'NULL'], row, selected) =>
    emitComposite(compiler, 'GeographicPoint', { latitude, longitude }, row, selected),
};

/** Writes a field of the codebook other than a link, from columns of a table alias. */
export function emitField(compiler: Compiler, name: string, field: Field, context: FieldContext): Emit {
  const { alias, row, selected, isNotNull } = context;
  if (field.kind === 'link') throw new Error(`${name} is a link field, which Compiler.linked writes`);
  const columns = columnsOf(name, field).map((column) => `${alias}."${column.name}"`);
  if (field.kind === 'uncertainDate')
    return emitUncertainDate(compiler, columns, spellColumns(name, field, alias), context);
  return kinds[field.kind](compiler, columns, row, selected, isNotNull);
}

/** Whether a selection of a spell includes its reading, which depends on the day. False for all other fields. */
export function selectsReading(compiler: Compiler, field: Field, selected: SelectedField): boolean {
  return (
    field.spell !== undefined &&
    compiler
      .selectedFields('UncertainDate', selectionsOf(selected), selected.path)
      .some(([, { name }]) => name === 'reading')
  );
}

/** Writes an object of columns; null if the first column is null. */
function emitComposite(
  compiler: Compiler,
  type: string,
  columns: Readonly<Record<string, string>>,
  row: ResultRow,
  selected: SelectedField,
): Emit {
  const first = row.add(Object.values(columns)[0] ?? 'NULL');
  const write = compiler.object(type, selected, ({ name }) => jsonColumn(row.add(columns[name] ?? 'NULL')));
  return (values, run) => (values[first] === null ? 'null' : write(values, run));
}

function emitUncertainDate(
  compiler: Compiler,
  columns: readonly string[],
  spell: SpellColumns | undefined,
  { row, selected, scope }: FieldContext,
): Emit {
  const place = (at: 0 | 1 | 2 | 3) => row.addPlain(columns[at] ?? 'NULL');
  const edtf = place(0);
  const write = compiler.object('UncertainDate', selected, (field): Emit => {
    switch (field.name) {
      case 'edtf':
        return plainColumn(edtf);
      case 'earliest':
        return dayOf(place(1));
      case 'latest':
        return dayOf(place(2));
      case 'earliestBound':
        return boundOf(place(1));
      case 'latestBound':
        return boundOf(place(2));
      case 'precision':
        return (values) => `"${precisionOf(values[edtf] as string)}"`;
      case 'words': {
        const basis = place(3);
        return (values) => wordsText(values[edtf] as string, values[basis] as string | null);
      }
      case 'basis':
        return plainColumn(place(3));
      case 'note':
        return jsonColumn(row.add(columns[4] ?? 'NULL'));
      case 'attestedUntil': {
        if (!spell) return constant(null);
        // A spell that does not lapse has no such column: the SQL is an infinite date, written as null.
        return dayOf(row.addPlain(spell.attestedUntil));
      }
      case 'reading': {
        if (!spell) return constant(null);
        compiler.hasComputedValues = true;
        const at = row.addPlain(readingSql(spell, onSql(compiler, scope, field)));
        row.markFewValues(at);
        return plainColumn(at);
      }
      default:
        return constant(null);
    }
  });
  return (values, run) => (values[edtf] === null ? 'null' : write(values, run));
}

const isOpen = (value: unknown) => value === 'infinity' || value === '-infinity';
const dayOf =
  (place: number): Emit =>
  (values) =>
    values[place] === null || isOpen(values[place]) ? 'null' : `"${values[place]}"`;
const boundOf =
  (place: number): Emit =>
  (values) =>
    values[place] === null ? '"UNKNOWN"' : isOpen(values[place]) ? '"OPEN"' : '"KNOWN"';

function precisionOf(edtf: string): string {
  const parsed = parseUncertainDate(edtf);
  if (!parsed.ok) throw new Error(`the register has an invalid date, ${edtf}: ${parsed.problem}`);
  return parsed.date.precision;
}

// The register has only a few thousand distinct dates, and their words never change.
const cachedWords = new LRUCache<string, string>({
  maxSize: cacheBytes.dateWords,
  // At most two bytes per character, plus the overhead of a cache item.
  sizeCalculation: (text, key) => (text.length + key.length) * 2 + 200,
});

/** Returns the size of the cache of the words of dates. All readers of a process share it. */
export function dateWordsSize(): CacheSize {
  const { size: entries, calculatedSize: bytes } = cachedWords;
  return { name: 'words of dates', entries, bytes, maxBytes: cacheBytes.dateWords };
}

function wordsText(edtf: string, basis: string | null): string {
  const key = `${basis ?? ''} ${edtf}`;
  const cached = cachedWords.get(key);
  if (cached !== undefined) return cached;
  const text = JSON.stringify(wordsOf(edtf, (basis ?? undefined) as Parameters<typeof wordsOf>[1]));
  cachedWords.set(key, text);
  return text;
}
