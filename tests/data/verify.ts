// npm run verify:data [-- source …]: imports the published data sets into a temporary register with the demo data, each
// with a changeset that one user writes and another reviews, and compares what was imported with the manifests.

import { loadDemo } from '@chancery/api/demo';
import { dataFolder } from '@chancery/importers/testing';
import { openStorage } from '@chancery/prisma';
import { testHome } from '@chancery/prisma/testing';
import pg from 'pg';
import { compare } from './compare.ts';
import { importersOf, importSources, type RegisterToFill } from './import-sources.ts';
import { missingFiles } from './missing-files.ts';

async function openRegister(): Promise<RegisterToFill & { readonly close: () => Promise<void> }> {
  const { home, remove } = testHome();
  const storage = await openStorage({ home, durable: false });
  const pool = (connectionString: string) => {
    const created = new pg.Pool({ connectionString, max: 4 });
    // The pool replaces idle connections that the database closed, so the error can be ignored.
    created.on('error', () => undefined);
    return created;
  };
  const [desk, writer, owner] = [storage.urls.desk, storage.urls.writer, storage.urls.owner].map(pool) as [
    pg.Pool,
    pg.Pool,
    pg.Pool,
  ];
  const people = { author: 'ana', reviewer: 'ben' };
  for (const id of Object.values(people))
    await owner.query(
      `INSERT INTO desk."user" (id, name, email, role) VALUES ($1, $1, $1 || '@example.org', 'EDITOR')`,
      [id],
    );
  await loadDemo({ desk, writer }, people, () => undefined);
  return {
    ...{ desk, writer, owner, people },
    close: async () => {
      await Promise.all([desk, writer, owner].map((open) => open.end()));
      await storage.stop();
      remove();
    },
  };
}

const sources = importersOf(process.argv.slice(2));
const missing = sources.flatMap(missingFiles);
if (missing.length > 0) {
  console.error(
    `Files are missing in ${dataFolder}: ${missing.join(', ')}. Set CHANCERY_DATA to the folder of the published files.`,
  );
  process.exit(1);
}
const startedAt = Date.now();
const register = await openRegister();
let failures = 0;
try {
  await importSources(register, sources, ({ manifest }, loaded) => {
    for (const line of loaded.lines) console.log(line);
    for (const { isFailure, line } of compare(manifest, loaded)) {
      console.log(`  ${isFailure ? 'FAILED' : '      '} ${line}`);
      if (isFailure) failures += 1;
    }
  });
} finally {
  await register.close();
}
console.log(
  `${sources.length} sources in ${Math.round((Date.now() - startedAt) / 1_000)} s, ${failures} unexplained differences`,
);
process.exitCode = failures > 0 ? 1 : 0;
