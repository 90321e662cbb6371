import { columnsOf, type Field, type FieldKind, parseUncertainDate, wordsOf } from '@chancery/codebook';
import type { Asked, Compiler } from './compiler.ts';
import { constant, plain, scalar } from './object.ts';
import type { Row } from './row.ts';
import type { Emit } from './run.ts';

/** Where the columns of a field stand, and what is asked of it. */
export interface Place {
  readonly alias: string;
  readonly row: Row;
  readonly asked: Asked;
  /** Whether the SQL of one of its columns is never null. */
  readonly isNever: (column: string) => boolean;
}

type KindEmit = (
  compiler: Compiler,
  columns: readonly string[],
  row: Row,
  asked: Asked,
  isNever: Place['isNever'],
) => Emit;

const asItIs: KindEmit = (_compiler, [column = 'NULL'], row) => scalar(row.add(column));

const kinds: Record<Exclude<FieldKind, 'link'>, KindEmit> = {
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
  uncertainDate: emitUncertainDate,
  name: (compiler, [text = 'NULL', language = 'NULL'], row, asked) =>
    parts(compiler, 'LanguageName', { text, language }, row, asked),
  point: (compiler, [latitude = 'NULL', longitude = 'NULL'], row, asked) =>
    parts(compiler, 'GeographicPoint', { latitude, longitude }, row, asked),
};

/** Writes a field of the codebook other than a link, from the columns of an alias. */
export function emitField(compiler: Compiler, name: string, field: Field, { alias, row, asked, isNever }: Place): Emit {
  if (field.kind === 'link') throw new Error('links are written by the compiler');
  return kinds[field.kind](
    compiler,
    columnsOf(name, field).map((column) => `${alias}."${column.name}"`),
    row,
    asked,
    isNever,
  );
}

/** An object of columns that are empty together. */
function parts(
  compiler: Compiler,
  type: string,
  columns: Readonly<Record<string, string>>,
  row: Row,
  asked: Asked,
): Emit {
  const first = row.add(Object.values(columns)[0] ?? 'NULL');
  const write = compiler.object(type, asked, ({ name }) => scalar(row.add(columns[name] ?? 'NULL')));
  return (values, run) => (values[first] === null ? 'null' : write(values, run));
}

function emitUncertainDate(compiler: Compiler, columns: readonly string[], row: Row, asked: Asked): Emit {
  const place = (at: 0 | 1 | 2 | 3) => row.addPlain(columns[at] ?? 'NULL');
  const edtf = place(0);
  const write = compiler.object('UncertainDate', asked, ({ name }): Emit => {
    switch (name) {
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
