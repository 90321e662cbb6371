import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { changesetIdOf, readSeed, type Seed } from './read-seed.ts';

/** The folder of the demo register; `src` and `dist` lie equally deep. */
const folder = fileURLToPath(new URL('../../../../prisma/seed/', import.meta.url));

let read: Seed | undefined;

/** The demo register, read from `prisma/seed` once. */
export function demoRegister(): Seed {
  read ??= readSeed(fileNames().map((name) => ({ name, text: readFileSync(`${folder}${name}`, 'utf8') })));
  return read;
}

/** The ids of the changesets that the files of the demo register become, known without reading them. */
export function demoChangesetIds(): string[] {
  return fileNames().map(changesetIdOf);
}

function fileNames(): string[] {
  return readdirSync(folder).filter((name) => /^\d+-.*\.json$/.test(name));
}

/**
 * The id of the fact of the demo register that a key stands for, such as `st:RUS` or `C17`.
 * @throws Error when no file has the key.
 */
export function seedId(key: string): string {
  const id = demoRegister().ids.get(key);
  if (id === undefined) throw new Error(`the demo register has no ${key}`);
  return id;
}
