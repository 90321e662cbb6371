import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One file of the Prisma schema, as the engine takes it. */
export type SchemaFile = { path: string; content: string };

/** The files of a schema folder. */
export function readSchema(folder: string): SchemaFile[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.prisma'));
  return names.sort().map((name) => ({ path: join(folder, name), content: readFileSync(join(folder, name), 'utf8') }));
}
