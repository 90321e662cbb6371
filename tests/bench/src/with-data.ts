// Measures how published data in the register affect reads: runs the same requests in turns on two servers, one with the
// generated register alone and one with the data added. Then times measures on the data against SQL in Postgres.
import pg from 'pg';
import type { Cluster } from './database/open-cluster.ts';
import { createRegisterDatabase } from './database/register-database.ts';
import { startLoadGenerator } from './load/load.ts';
import { measuredShapes } from './measures/index.ts';
import { reportLine, runInTurns } from './measures/run-in-turns.ts';
import { type Contestant, startChancery } from './run/contestants.ts';
import { workloadsOf } from './run/measure.ts';
import { readParameterPool } from './run/parameter-pool.ts';
import { median } from './run/rows.ts';
import type { Shape } from './shapes/shape.ts';

/** The keys of the sources whose published data is added to the generated register. */
const sources = ['cow-states', 'unga', 'cow-igo', 'cow-alliances', 'cow-alliances-by-dyad', 'atop', 'mme'];
/** The target: the maximum ratio of response times with the data to those without. */
const maxRatio = 1.3;
const plan = { connections: 8, warmUp: 600, duration: 2_400 };
const rounds = 5;

/** Logs the ratio of response times for each shape, then the times of measures on the data. */
export async function compareWithData(
  cluster: Cluster,
  home: string,
  shapes: readonly Shape[],
  log: (line: string) => void,
): Promise<void> {
  const alone = await createRegisterDatabase(cluster, 'full', log);
  const withData = await createRegisterDatabase(cluster, 'full', log, { addedSources: sources });
  const servers = { alone: await startChancery(alone.urls, home), withData: await startChancery(withData.urls, home) };
  const load = startLoadGenerator();
  try {
    const workloads = workloadsOf(shapes, await readParameterPool(alone.urls.reader));
    const rates = new Map<string, number[]>();
    for (let round = 0; round <= rounds; round += 1) {
      log(round === 0 ? 'Warming up' : `Round ${round} of ${rounds}`);
      for (const { shape, varied } of workloads) {
        for (const name of round % 2 === 0 ? (['alone', 'withData'] as const) : (['withData', 'alone'] as const)) {
          const { port, path, body } = servers[name];
          const bodies = varied.map((parameters) => body(shape, parameters));
          const { rps } = await load.run({ ...plan, port, path: path(shape), bodies });
          if (round > 0) rates.set(`${shape.name} ${name}`, [...(rates.get(`${shape.name} ${name}`) ?? []), rps]);
        }
      }
    }
    for (const { shape } of workloads) log(lineOf(shape, rates));
    await timeMeasures(servers.withData, withData.urls.reader, log);
  } finally {
    await load.stop();
    await Promise.all(Object.values(servers).map((server) => server.stop()));
    await alone.drop();
    await withData.drop();
  }
}

async function timeMeasures({ port }: Contestant, url: string, log: (line: string) => void): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const shape of measuredShapes) {
      const times = await runInTurns(shape, {
        chancery: async (query, variables) => {
          const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify({ query, variables }),
          });
          const { data, errors } = (await response.json()) as { data: unknown; errors?: unknown };
          if (errors) throw new Error(`${shape.description}: Chancery answers with errors: ${JSON.stringify(errors)}`);
          return data;
        },
        sql: async (text, values) => (await client.query({ text, values: [...values], rowMode: 'array' })).rows,
      });
      log(reportLine(shape, times));
    }
  } finally {
    await client.end();
  }
}

function lineOf({ name }: Shape, rates: ReadonlyMap<string, readonly number[]>): string {
  const rateOf = (which: string) => median(rates.get(`${name} ${which}`) ?? []);
  const [alone, withData] = [rateOf('alone'), rateOf('withData')];
  const ratio = alone / withData;
  return `${ratio <= maxRatio ? 'holds ' : 'MISSED'}  ${name}: ${alone.toFixed(0)} requests per second alone, ${withData.toFixed(0)} with the data: responses take ${ratio.toFixed(2)} times as long, target at most ${maxRatio}`;
}
