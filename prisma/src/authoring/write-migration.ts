import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readMigrations } from '../migrations.ts';

/** Writes a new migration that sorts after all others, and returns the path of its file. */
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
