import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readMigrations } from '../migrations.ts';

/**
 * Writes a new migration to a folder with a time stamp and `name`, and returns the path of its file. If `now` is not
 * after the latest migration, the time stamp is one more than that of the latest, so that the new migration sorts last.
 */
export function writeMigration(folder: string, name: string, sql: string, now: Date): string {
  const clock = now.toISOString().replace(/\D/g, '').slice(0, 14);
  const last = readMigrations(folder).at(-1)?.name.slice(0, 14) ?? '';
  const stamp = clock > last ? clock : String(BigInt(last) + 1n);
  const migrationFolder = join(folder, `${stamp}_${name}`);
  mkdirSync(migrationFolder);
  const file = join(migrationFolder, 'migration.sql');
  writeFileSync(file, sql);
  return file;
}
