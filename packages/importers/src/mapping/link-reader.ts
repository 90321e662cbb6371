import type { Line } from '../line.ts';
import type { Reference } from '../source-record.ts';
import { onReaderOf } from './date-reader.ts';
import type { FactMapping, LinkMapping } from './mapping.ts';
import { partsOf } from './parts-of.ts';

/** The line from which each fact was read, by the key of the fact. */
export type LinesByKey = Map<string, number>;

/** One target of a link. `part` is its part of the cell if the link has a separator; otherwise empty. */
export interface LinkTarget {
  readonly part: string;
  readonly reference: Reference;
}

/** Returns the targets of a link in a line. Returns none if the line has none, or if it is invalid, which is reported. */
export type LinkReader = (line: Line, linesByKey: LinesByKey) => LinkTarget[];

/** Returns true if a link splits its cell, so that a row has one fact for each part. */
export function hasSeparator(link: LinkMapping): boolean {
  return 'separator' in link && link.separator !== undefined;
}

/** Returns the key of a fact in a line: its name in the mapping and its key columns. Reports an empty key column. */
export function keyOf(line: Line, name: string, columns: readonly string[]): string {
  return [name, ...columns.map((column) => line.required(column))].join(' · ');
}

/**
 * Returns the reader that a mapping describes for a link. `facts` are all facts of the mapping, that of the link first.
 * If the link is required, the reader reports a missing target.
 */
export function linkReaderOf(
  link: LinkMapping,
  facts: readonly FactMapping[],
  {
    isRequired,
    missing,
  }: { readonly isRequired: boolean; readonly missing: (column: string, text: string) => boolean },
): LinkReader {
  if ('fact' in link) return (line, linesByKey) => whole(rowTarget(line, link, isRequired, linesByKey));
  if ('value' in link) return () => whole({ code: { scheme: link.code, value: link.value } });
  const readOn = onReaderOf(link.on, facts);
  const { separator } = link;
  const column = 'name' in link ? link.name : link.column;
  const orName = 'name' in link ? undefined : link.orName;
  return (line) => {
    const text = line.text(column);
    const name = orName === undefined ? '' : line.text(orName);
    const date = readOn(line);
    const on = date === undefined ? {} : { on: date };
    if (text === '') {
      if (name !== '') return whole({ name: { text: name, ...on } });
      if (isRequired) line.required(column);
      return [];
    }
    const texts = separator === undefined ? [text] : partsOf(text, separator).filter((part) => !missing(column, part));
    if (texts.length === 0 && isRequired)
      line.report(column, `“${text}” has only separators and texts for empty cells, but a value is required.`);
    return texts.map((part) => ({
      part: separator === undefined ? '' : part,
      reference:
        'name' in link
          ? { name: { text: part, ...on } }
          : {
              code: { scheme: link.code, value: part, ...on },
              // With a separator, the same column has the codes and the names.
              ...(orName === undefined ? {} : nameOf(separator === undefined ? name : part)),
            },
    }));
  };
}

function rowTarget(
  line: Line,
  link: Extract<LinkMapping, { fact: string }>,
  isRequired: boolean,
  linesByKey: LinesByKey,
): Reference | undefined {
  if (!isRequired && link.key.every((column) => line.text(column) === '')) return undefined;
  const target = keyOf(line, link.fact, link.key);
  if (linesByKey.has(target)) return { record: target };
  line.report(
    link.key[0] ?? '',
    `Neither this row nor an earlier one has a “${link.fact}” with this key. Correct the key, or move the row that has the key above this one.`,
  );
  return undefined;
}

const nameOf = (name: string) => (name === '' ? {} : { orName: name });

const whole = (reference: Reference | undefined): LinkTarget[] => (reference ? [{ part: '', reference }] : []);
