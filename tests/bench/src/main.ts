// npm run bench: makes the register if need be, starts the contestants, sees that all give the same data, measures.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeHome } from '@chancery/prisma';
import { type Cluster, openCluster } from './database/open-cluster.ts';
import { registerDatabase } from './database/register-database.ts';
import { startLoad } from './load/load.ts';
import { readOptions } from './options.ts';
import { compare } from './run/compare.ts';
import { startContestants } from './run/contestants.ts';
import { statementsPerRead } from './run/count-statements.ts';
import { writeExplains } from './run/explain.ts';
import { readMaterial } from './run/material.ts';
import { measure, questionsOf } from './run/measure.ts';
import { tableOf, targetsOf } from './run/table.ts';
import { shapes } from './shapes/index.ts';
import { compareWithData } from './with-data.ts';

const options = readOptions(process.argv.slice(2));
const log = (line: string) => console.log(line);
const root = join(import.meta.dirname, '..', '..', '..');
const home = join(import.meta.dirname, '..', '.chancery');
makeHome(home);

const built = spawnSync('npx', ['turbo', 'run', 'build', '--filter=@chancery/api', '--output-logs=errors-only'], {
  cwd: root,
  stdio: 'inherit',
});
if (built.status !== 0) process.exit(1);

const asked = shapes.filter(({ name }) => options.shapes?.includes(name) ?? true);

const cluster = await openCluster(home, log);
try {
  if (options.withData) await compareWithData(cluster, home, asked, log);
  else await compareAll(cluster);
} finally {
  await cluster.stop();
}

async function compareAll(postgres: Cluster): Promise<void> {
  const database = await registerDatabase(postgres, options.quick ? 'small' : 'full', log);
  try {
    await run(database);
  } finally {
    await database.drop();
  }
}

async function run(database: Awaited<ReturnType<typeof registerDatabase>>): Promise<void> {
  const material = await readMaterial(database.urls.reader);
  const questions = questionsOf(asked, material);
  if (options.explain) return writeExplains(database.urls.reader, questions);

  const contestants = await startContestants(database.urls, home);
  const load = startLoad();
  try {
    for (const { shape, repeated } of questions) await compare(contestants, shape, repeated);
    log(`${contestants.length} servers give the same data`);
    for (const { shape, varied } of questions) {
      const chancery = contestants.find(({ name, cached }) => name === 'chancery' && !cached);
      const statements = chancery && (await statementsPerRead(database, chancery, shape, varied.slice(0, 50)));
      log(`${shape.name}, ${shape.asks}: ${statements} statement a read`);
      if (statements !== 1) throw new Error('a read is one statement');
    }
    const plan = options.quick
      ? { rounds: 1, warmUp: 600, duration: 500, connections: 8 }
      : { rounds: 5, warmUp: 600, duration: 2_400, connections: 8 };
    const rows = await measure(load, contestants, questions, plan, log);
    log(tableOf(rows));
    if (options.quick) log('A run this short shows that all works. It says nothing of how fast.');
    for (const { says, found, wanted } of options.quick ? [] : targetsOf(rows))
      log(`${found >= wanted ? 'holds ' : 'MISSED'}  ${says}: ${found.toFixed(2)}, promised ${wanted}`);
    if (options.json !== undefined) writeFileSync(options.json, `${JSON.stringify(rows, null, 2)}\n`);
  } finally {
    await load.stop();
    await Promise.all(contestants.map((contestant) => contestant.stop()));
  }
}
