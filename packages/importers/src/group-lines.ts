import type { LineReader } from './importer.ts';
import type { Line } from './line.ts';
import type { SourceRecord } from './source-record.ts';

/** How to read records that span several consecutive lines. */
export interface LineGrouping<Part> {
  /** Reads one line; returns `undefined` if the line has problems. */
  readonly read: (line: Line) => Part | undefined;
  /**
   * Returns the name of the group to which a line belongs, such as “alliance 903”. Lines with the same name are one
   * group, and messages contain the name.
   */
  readonly groupOf: (part: Part) => string;
  /** The column in which to report a line whose group has already ended. */
  readonly column: string;
  /** Compares a line with the last accepted line of its group, and reports problems of the later line. */
  readonly checkNext?: (line: Line, part: Part, previous: Part) => void;
  /** Returns the records of a group, once all its lines are read. */
  readonly toRecords: (parts: readonly [Part, ...Part[]]) => Iterable<SourceRecord>;
}

/**
 * Returns a reader of grouped lines. It returns the records of a group when the next group starts, or at the end. Lines
 * with problems are left out of their group.
 */
export function groupLines<Part>({ read, groupOf, column, checkNext, toRecords }: LineGrouping<Part>): LineReader {
  const seen = new Set<string>();
  let parts: [Part, ...Part[]] | undefined;
  const end = (): Iterable<SourceRecord> => (parts ? toRecords(parts) : []);
  const readLine = (line: Line): Iterable<SourceRecord> => {
    const part = read(line);
    if (part === undefined) return [];
    const group = groupOf(part);
    const previous = parts?.at(-1);
    const isSameGroup = previous !== undefined && groupOf(previous) === group;
    if (isSameGroup) checkNext?.(line, part, previous);
    else if (seen.has(group))
      line.report(column, `The lines of ${group} are not consecutive. Sort the file so that they follow one another.`);
    if (line.problems.length > 0) return [];
    if (isSameGroup && parts) {
      parts.push(part);
      return [];
    }
    const records = [...end()];
    seen.add(group);
    parts = [part];
    return records;
  };
  return Object.assign(readLine, { end });
}
