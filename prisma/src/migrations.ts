import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A file of SQL that this release ships. */
export type Script = { name: string; sql: string; checksum: string };

/** Where this package keeps its SQL; one level up from src and from dist alike. */
const packageFolder = join(import.meta.dirname, '..');

export const migrationsFolder = join(packageFolder, 'migrations');
export const afterMigrateFolder = join(packageFolder, 'after-migrate');

/** The migrations of a folder, in the order in which they apply. */
export function readMigrations(folder: string): Script[] {
  const entries = readdirSync(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return names.sort().map((name) => readScript(name, join(folder, name, 'migration.sql')));
}

/** The scripts that follow every migration, in the order of their names. */
export function readAfterMigrate(folder: string): Script[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => name.endsWith('.sql'));
  return names.sort().map((name) => readScript(name, join(folder, name)));
}

/** One sum for all scripts: it changes when any of them does. */
export function checksumOf(scripts: Script[]): string {
  return sum(scripts.map(({ name, checksum }) => `${name} ${checksum}\n`).join(''));
}

function readScript(name: string, file: string): Script {
  // Git may have given the file Windows line ends; the migration is the same.
  const sql = readFileSync(file, 'utf8').replaceAll('\r\n', '\n');
  return { name, sql, checksum: sum(sql) };
}

function sum(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
