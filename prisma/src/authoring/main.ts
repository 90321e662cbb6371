// npm run migration -- new NAME | check
import { join } from 'node:path';
import { withClient } from '../connect.ts';
import { migrationsFolder } from '../migrations.ts';
import { codebookConstraints } from '../sql-from-codebook.ts';
import { openStorage } from '../storage.ts';
import { StorageError } from '../storage-error.ts';
import { testHome } from '../testing/test-home.ts';
import { keepHandwrittenIndexes } from './handwritten-indexes.ts';
import { planMigration } from './plan-migration.ts';
import { diffFromDatabase } from './schema-engine.ts';
import { readSchema } from './schema-files.ts';
import { writeMigration } from './write-migration.ts';

const schemaFolder = join(import.meta.dirname, '..', '..', 'schema');

async function plan(): Promise<string> {
  const { home, remove } = testHome();
  try {
    const storage = await openStorage({ home, durable: false });
    try {
      const difference = await diffFromDatabase(storage.urls.owner, readSchema(schemaFolder));
      return await withClient(storage.urls.owner, async (client) =>
        planMigration(client, await keepHandwrittenIndexes(client, difference), codebookConstraints()),
      );
    } finally {
      await storage.stop();
    }
  } finally {
    remove();
  }
}

async function main([command, name]: string[]): Promise<number> {
  const isValid = command === 'check' || (command === 'new' && /^[a-z0-9_]+$/.test(name ?? ''));
  if (!isValid) {
    console.error('Usage: npm run migration -- check | new name_of_the_migration');
    return 2;
  }
  const sql = await plan();
  if (sql === '') {
    console.log('The migrations match the schema and the codebook');
    return 0;
  }
  if (command === 'check' || name === undefined) {
    console.error(
      `The migrations are behind the schema or the codebook. Run npm run migration -- new name_of_the_migration to add:\n\n${sql}`,
    );
    return 1;
  }
  const file = writeMigration(migrationsFolder, name, sql, new Date());
  console.log(`Wrote ${file}. Review it before you commit it.\n\n${sql}`);
  return 0;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof StorageError ? error.message : error);
  process.exitCode = 1;
}
