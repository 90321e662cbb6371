import { columnsOf, type Field, type FieldKind, parseUncertainDate, wordsOf } from '@chancery/codebook';
import type { Compiler } from './compiler.ts';
import { onSql } from './day-asked.ts';
import { constant, plain, scalar } from './object.ts';
import type { Row } from './row.ts';
import type { Emit } from './run.ts';
import type { Scope } from './scope.ts';
import { type SelectedField, selectionsOf } from './selection.ts';
import { readingSql, type SpellColumns, spellColumns } from './spell-sql.ts';

/** Where the columns of a field stand, and what is asked of it. */
export interface Place {
  readonly alias: string;
  readonly row: Row;
  readonly selected: SelectedField;
  /** Whether the SQL of one of its columns is never null. */
  readonly isNever: (column: string) => boolean;
  readonly scope: Scope;
}

type KindEmit = (
  compiler: Compiler,
  columns: readonly string[],
  row: Row,
  selected: SelectedField,
  isNever: Place['isNever'],
) => Emit;

const asItIs: KindEmit = (_compiler, [column = 'NULL'], row) => scalar(row.add(column));

const kinds: Record<Exclude<FieldKind, 'link' | 'uncertainDate'>, KindEmit> = {
  text: asItIs,
  longText: asItIs,
  code: asItIs,
  url: asItIs,
  integer: asItIs,
  number: asItIs,
  boolean: asItIs,
  oneOf: (_compiler, [column = 'NULL'], row, _asked, isNever) => {
    const place = row.addPlain(column, isNever(column));
    row.hasFew(place);
    return plain(place);
  },
  manyOf: asItIs,
  name: (compiler, [text = 'NULL', language = 'NULL'], row, selected) =>
    parts(compiler, 'LanguageName', { text, language }, row, selected),
  point: (compiler, [latitude = 'NULL', longitude = 'NULL'], row, selected) =>
    parts(compiler, 'GeographicPoint', { latitude, longitude }, row, selected),
};

/** Writes a field of the codebook other than a link, from the columns of an alias. */
export function emitField(compiler: Compiler, name: string, field: Field, place: Place): Emit {
  const { alias, row, selected, isNever } = place;
  if (field.kind === 'link') throw new Error('links are written by the compiler');
  const columns = columnsOf(name, field).map((column) => `${alias}."${column.name}"`);
  if (field.kind === 'uncertainDate')
    return emitUncertainDate(compiler, columns, spellColumns(name, field, alias), place);
  return kinds[field.kind](compiler, columns, row, selected, isNever);
}

/** Whether a selection of a date asks how it reads on a day, which its stored columns alone do not tell. */
export function asksReading(compiler: Compiler, field: Field, selected: SelectedField): boolean {
  return (
    field.spell !== undefined &&
    compiler
      .selectedFields('UncertainDate', selectionsOf(selected), selected.path)
      .some(([, { name }]) => name === 'reading')
  );
}

/** An object of columns that are empty together. */
function parts(
  compiler: Compiler,
  type: string,
  columns: Readonly<Record<string, string>>,
  row: Row,
  selected: SelectedField,
): Emit {
  const first = row.add(Object.values(columns)[0] ?? 'NULL');
  const write = compiler.object(type, selected, ({ name }) => scalar(row.add(columns[name] ?? 'NULL')));
  return (values, run) => (values[first] === null ? 'null' : write(values, run));
}

function emitUncertainDate(
  compiler: Compiler,
  columns: readonly string[],
  spell: SpellColumns | undefined,
  { row, selected, scope }: Place,
): Emit {
  const place = (at: 0 | 1 | 2 | 3) => row.addPlain(columns[at] ?? 'NULL');
  const edtf = place(0);
  const write = compiler.object('UncertainDate', selected, (field): Emit => {
    switch (field.name) {
      case 'edtf':
        return plain(edtf);
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
        return plain(place(3));
      case 'note':
        return scalar(row.add(columns[4] ?? 'NULL'));
      case 'attestedUntil': {
        if (!spell) return constant(null);
        // What lasts has no such column: its bound is infinite, and reads as none.
        return dayOf(row.addPlain(spell.attestedUntil));
      }
      case 'reading': {
        if (!spell) return constant(null);
        compiler.derives = true;
        const at = row.addPlain(readingSql(spell, onSql(compiler, scope, field)));
        row.hasFew(at);
        return plain(at);
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
  if (!parsed.ok) throw new Error(`the register holds ${edtf}, which is no date: ${parsed.problem}`);
  return parsed.date.precision;
}

// The register holds the same few thousand dates over and over, and what they say never changes.
const mostWords = 20_000;
const words = new Map<string, string>();

function wordsText(edtf: string, basis: string | null): string {
  const key = `${basis ?? ''} ${edtf}`;
  const known = words.get(key);
  if (known !== undefined) return known;
  const made = JSON.stringify(wordsOf(edtf, (basis ?? undefined) as Parameters<typeof wordsOf>[1]));
  if (words.size >= mostWords) words.clear();
  words.set(key, made);
  return made;
}
