import type { LineReader } from './importer.ts';
import type { Line } from './line.ts';
import type { SourceRecord } from './source-record.ts';

/** How lines are read that tell something together, and so stand together in their file. */
export interface Together<Part> {
  /** What a line says, or nothing where something is wrong with it. */
  readonly read: (line: Line) => Part | undefined;
  /** What a line is of, in words: “alliance 903”. */
  readonly of: (part: Part) => string;
  /** The column in which a line is at fault whose others stand above, with others between. */
  readonly column: string;
  /** Notes what is wrong with a line after the one before it, which is of the same. */
  readonly follow?: (line: Line, part: Part, before: Part) => void;
  /** What the lines of one thing tell. */
  readonly tell: (parts: readonly [Part, ...Part[]]) => Iterable<SourceRecord>;
}

/** A reader of lines that stand together: they are told of when the next thing begins, or the files end. */
export function linesTogether<Part>({ read, of, column, follow, tell }: Together<Part>): LineReader {
  const seen = new Set<string>();
  let parts: [Part, ...Part[]] | undefined;
  const end = (): Iterable<SourceRecord> => (parts ? tell(parts) : []);
  const take = (line: Line): Iterable<SourceRecord> => {
    const part = read(line);
    if (part === undefined) return [];
    const name = of(part);
    const before = parts?.at(-1);
    const isSame = before !== undefined && of(before) === name;
    if (isSame) follow?.(line, part, before);
    else if (seen.has(name)) line.report(column, `Lines of ${name} stand above, with others between.`);
    if (line.problems.length > 0) return [];
    if (isSame && parts) {
      parts.push(part);
      return [];
    }
    const told = [...end()];
    seen.add(name);
    parts = [part];
    return told;
  };
  return Object.assign(take, { end });
}
