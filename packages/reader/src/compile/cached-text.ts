import type { EmitContext } from './run.ts';

/**
 * Memoizes output that depends only on `key` and in-memory rows, such as a list of repeating rows as Postgres sent it.
 * The output is cached per emitter, for as long as the in-memory rows are valid.
 */
export function cachedText(emitter: object, key: string, run: EmitContext, write: () => string): string {
  const { inMemoryRows } = run;
  if (!inMemoryRows) return write();
  const cached = inMemoryRows.texts.of(emitter).get(key);
  if (cached !== undefined) return cached;
  const errors = run.nulls.length;
  const text = write();
  // Output with errors is not cached: every response must report them.
  return run.nulls.length > errors ? text : inMemoryRows.texts.set(emitter, key, text);
}
