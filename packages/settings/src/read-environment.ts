import type { z } from 'zod';

/**
 * Reads settings from environment variables; an empty variable counts as not set. Returns either the settings or all
 * setting errors, one line each. The error of a single variable begins with the name of the variable.
 */
export function readEnvironment<Schema extends z.ZodObject>(
  schema: Schema,
  env: NodeJS.ProcessEnv,
): { readonly data: z.output<Schema> } | { readonly errors: readonly string[] } {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const read = schema.safeParse(given);
  if (read.success) return { data: read.data };
  return { errors: read.error.issues.map(({ path, message }) => [...path, message].join(' ')) };
}
