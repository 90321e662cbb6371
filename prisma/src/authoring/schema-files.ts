import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A file of the Prisma schema, as the engine expects it. */
export type SchemaFile = { path: string; content: string };

/** Reads the `.prisma` files of a folder, sorted by name. Does not read its subfolders. */
export function readSchema(folder: string): SchemaFile[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.prisma'));
  return names.sort().map((name) => ({ path: join(folder, name), content: readFileSync(join(folder, name), 'utf8') }));
}
