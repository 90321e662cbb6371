import type { EmitContext } from './run.ts';

/**
 * Returns the output of `write`, from the cache if possible. The output must depend only on `key`, such as the text of
 * a list as Postgres sent it, and on the in-memory rows. It is cached per emitter and key for as long as these rows are
 * valid; without in-memory rows nothing is cached.
 */
export function cachedText(emitter: object, key: string, run: EmitContext, write: () => string): string {
  const { inMemoryRows } = run;
  if (!inMemoryRows) return write();
  const cached = inMemoryRows.texts.of(emitter)?.get(key);
  if (cached !== undefined) return cached;
  const errors = run.fieldErrors.length;
  const text = write();
  // Output with errors is not cached: every response must report them.
  return run.fieldErrors.length > errors ? text : inMemoryRows.texts.set(emitter, key, text);
}
