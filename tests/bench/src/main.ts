// npm run bench: generates the register if necessary, starts the contestants, compares their data, and measures.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeHome } from '@chancery/prisma';
import { type Cluster, openCluster } from './database/open-cluster.ts';
import { createRegisterDatabase } from './database/register-database.ts';
import { startLoadGenerator } from './load/load.ts';
import { readOptions } from './options.ts';
import { compare } from './run/compare.ts';
import { startContestants } from './run/contestants.ts';
import { countStatementsPerRead } from './run/count-statements.ts';
import { writeExplains } from './run/explain.ts';
import { measure, workloadsOf } from './run/measure.ts';
import { readParameterPool } from './run/parameter-pool.ts';
import { formatTable, targetsOf } from './run/table.ts';
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

const selectedShapes = shapes.filter(({ name }) => options.shapes?.includes(name) ?? true);

const cluster = await openCluster(home, log);
try {
  if (options.withData) await compareWithData(cluster, home, selectedShapes, log);
  else await compareAll(cluster);
} finally {
  await cluster.stop();
}

async function compareAll(postgres: Cluster): Promise<void> {
  const database = await createRegisterDatabase(postgres, options.quick ? 'small' : 'full', log);
  try {
    await run(database);
  } finally {
    await database.drop();
  }
}

async function run(database: Awaited<ReturnType<typeof createRegisterDatabase>>): Promise<void> {
  const pool = await readParameterPool(database.urls.reader);
  const workloads = workloadsOf(selectedShapes, pool);
  if (options.explain) return writeExplains(database.urls.reader, workloads);

  const contestants = await startContestants(database.urls, home);
  const load = startLoadGenerator();
  try {
    for (const { shape, repeated } of workloads) await compare(contestants, shape, repeated);
    log(`All ${contestants.length} servers return the same data`);
    for (const { shape, varied } of workloads) {
      const chancery = contestants.find(({ name, cached }) => name === 'chancery' && !cached);
      const statements = chancery && (await countStatementsPerRead(database, chancery, shape, varied.slice(0, 50)));
      log(`${shape.name}, ${shape.description}: statements per read: ${statements}`);
      if (statements !== 1)
        throw new Error(`${shape.name}: Chancery must run one statement per read, but ran ${statements}`);
    }
    const plan = options.quick
      ? { rounds: 1, warmUp: 600, duration: 500, connections: 8 }
      : { rounds: 5, warmUp: 600, duration: 2_400, connections: 8 };
    const rows = await measure(load, contestants, workloads, plan, log);
    log(formatTable(rows));
    if (options.quick) log('This run only checks that the benchmark works. It is too short to compare speeds.');
    for (const { label, actual, minimum } of options.quick ? [] : targetsOf(rows))
      log(`${actual >= minimum ? 'holds ' : 'MISSED'}  ${label}: ${actual.toFixed(2)}, target at least ${minimum}`);
    if (options.json !== undefined) writeFileSync(options.json, `${JSON.stringify(rows, null, 2)}\n`);
  } finally {
    await load.stop();
    await Promise.all(contestants.map((contestant) => contestant.stop()));
  }
}
