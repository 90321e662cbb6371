import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

/** What the user asks of the benchmark. */
export interface Options {
  /** Where to write the table as JSON. */
  readonly json: string | undefined;
  /** A small register and one short round: to see that all works, not to compare by. */
  readonly quick: boolean;
  /** Writes the EXPLAIN of each hand-written statement beside it, and measures nothing. */
  readonly explain: boolean;
  /** Compares Chancery with itself on a register that holds the published data besides. */
  readonly withData: boolean;
  /** Only these shapes, such as Q2,Q4. */
  readonly shapes: readonly string[] | undefined;
}

/** Reads the options of the command line. Files are looked for from where the user stands. */
export function readOptions(args: readonly string[]): Options {
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
