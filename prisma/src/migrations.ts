import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** An SQL file of this release. `checksum` is the SHA-256 of its text with LF line ends, in hexadecimal. */
export type Script = { name: string; sql: string; checksum: string };

/** The folder of this package, which is one level up from both src and dist. */
const packageFolder = join(import.meta.dirname, '..');

/** The folder of the migrations of this release. */
export const migrationsFolder = join(packageFolder, 'migrations');
/** The folder of the scripts that run after the migrations. */
export const afterMigrateFolder = join(packageFolder, 'after-migrate');

/** Reads the migrations of a folder, in the order in which they must be applied. */
export function readMigrations(folder: string): Script[] {
  const entries = readdirSync(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return names.sort().map((name) => readScript(name, join(folder, name, 'migration.sql')));
}

/** Reads the after-migrate scripts of a folder, in the order of their names; none if there is no such folder. */
export function readAfterMigrate(folder: string): Script[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => name.endsWith('.sql'));
  return names.sort().map((name) => readScript(name, join(folder, name)));
}

/** Returns one SHA-256 checksum over the names and checksums of scripts, which depends on their order. */
export function checksumOf(scripts: Script[]): string {
  return sha256(scripts.map(({ name, checksum }) => `${name} ${checksum}\n`).join(''));
}

function readScript(name: string, file: string): Script {
  // Git may have converted the line endings to CRLF; that must not change the checksum.
  const sql = readFileSync(file, 'utf8').replaceAll('\r\n', '\n');
  return { name, sql, checksum: sha256(sql) };
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
