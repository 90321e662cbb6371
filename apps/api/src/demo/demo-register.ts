import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { changesetIdOf, readSeed, type Seed } from './read-seed.ts';

/** The folder of the demo register. The relative path works from both `src` and `dist`. */
const folder = fileURLToPath(new URL('../../../../prisma/seed/', import.meta.url));

let cached: Seed | undefined;

/** Returns the demo register. Reads it from `prisma/seed` on the first call. */
export function demoRegister(): Seed {
  cached ??= readSeed(fileNames().map((name) => ({ name, text: readFileSync(`${folder}${name}`, 'utf8') })));
  return cached;
}

/** Returns the changeset ids of all files of the demo register, without reading the files. */
export function demoChangesetIds(): string[] {
  return fileNames().map(changesetIdOf);
}

function fileNames(): string[] {
  return readdirSync(folder).filter((name) => /^\d+-.*\.json$/.test(name));
}

/**
 * Returns the id of the fact that has the key, such as `st:RUS` or `C17`, in the demo register.
 * @throws Error when no file has the key.
 */
export function seedId(key: string): string {
  const id = demoRegister().ids.get(key);
  if (id === undefined) throw new Error(`the demo register has no fact with the key ${key}`);
  return id;
}
