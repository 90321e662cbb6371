import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

/** The options of `npm run bench`. */
export interface BenchmarkOptions {
  /** The file to write the results to, as JSON. */
  readonly json: string | undefined;
  /** Uses a small register and one short round. Checks that the benchmark works; the figures are not comparable. */
  readonly quick: boolean;
  /** Writes the EXPLAIN output of each hand-written statement to a file beside it, without measuring. */
  readonly explain: boolean;
  /** Compares Chancery with and without published data in the register, instead of the contestants. */
  readonly withData: boolean;
  /** The names of the shapes to run, such as Q2 and Q4; all shapes if `undefined`. */
  readonly shapes: readonly string[] | undefined;
}

/** Parses the arguments of `npm run bench`. File names are relative to the user's working directory. */
export function readOptions(args: readonly string[]): BenchmarkOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      json: { type: 'string' },
      quick: { type: 'boolean', default: false },
      explain: { type: 'boolean', default: false },
      'with-data': { type: 'boolean', default: false },
      shapes: { type: 'string' },
    },
  });
  return {
    json: values.json === undefined ? undefined : resolve(process.env.INIT_CWD ?? '.', values.json),
    quick: values.quick,
    explain: values.explain,
    withData: values['with-data'],
    shapes: values.shapes?.toUpperCase().split(','),
  };
}
