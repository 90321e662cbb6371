// npm run verify:data [-- source …]: brings the published data sets into a register of its own that begins with the demo,
// each by way of a changeset that one person writes and another reviews, and compares what came with what was published.

import { loadDemo } from '@chancery/api/demo';
import { dataFolder } from '@chancery/importers/testing';
import { openStorage } from '@chancery/prisma';
import { testHome } from '@chancery/prisma/testing';
import pg from 'pg';
import { bringIn, type RegisterToFill, sourcesOf } from './bring-in.ts';
import { compare } from './compare.ts';
import { missingFiles } from './published.ts';

async function openRegister(): Promise<RegisterToFill & { readonly close: () => Promise<void> }> {
  const { home, remove } = testHome();
  const storage = await openStorage({ home, durable: false });
  const pool = (connectionString: string) => {
    const made = new pg.Pool({ connectionString, max: 4 });
    // An idle connection that the database ended is replaced when it is needed.
    made.on('error', () => undefined);
    return made;
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
      await Promise.all([desk, writer, owner].map((each) => each.end()));
      await storage.stop();
      remove();
    },
  };
}

const sources = sourcesOf(process.argv.slice(2));
const missing = sources.flatMap(missingFiles);
if (missing.length > 0) {
  console.error(`${dataFolder} has no ${missing.join(', ')}: set CHANCERY_DATA to the folder of the published files.`);
  process.exit(1);
}
const begun = Date.now();
const register = await openRegister();
let failures = 0;
try {
  await bringIn(register, sources, ({ manifest }, loaded) => {
    for (const line of loaded.lines) console.log(line);
    for (const { isFailure, line } of compare(manifest, loaded)) {
      console.log(`  ${isFailure ? 'NOT SO' : '      '} ${line}`);
      if (isFailure) failures += 1;
    }
  });
} finally {
  await register.close();
}
console.log(
  `${sources.length} sources in ${Math.round((Date.now() - begun) / 1_000)} s, ${failures} differences that are not explained`,
);
process.exitCode = failures > 0 ? 1 : 0;
