// How much slower a register is read for all the published data that it holds besides: Chancery twice, on the generated
// register alone and with the data beside it, asked the same in turns. Then how long measures of the data take, beside
// Postgres.
import pg from 'pg';
import type { Cluster } from './database/open-cluster.ts';
import { registerDatabase } from './database/register-database.ts';
import { startLoad } from './load/load.ts';
import { askInTurns, saidOf } from './measures/ask-in-turns.ts';
import { measuredShapes } from './measures/index.ts';
import { type Contestant, startChancery } from './run/contestants.ts';
import { readMaterial } from './run/material.ts';
import { questionsOf } from './run/measure.ts';
import { median } from './run/rows.ts';
import type { Shape } from './shapes/shape.ts';

/** What is loaded beside the generated register. */
const sources = ['cow-states', 'unga', 'cow-igo', 'cow-alliances', 'cow-alliances-by-dyad', 'atop', 'mme'];
/** How much slower a read may be. */
const allowed = 1.3;
const plan = { connections: 8, warmUp: 600, duration: 2_400 };
const rounds = 5;

/** Measures each shape on both registers and says how the times compare, then measures of the data. */
export async function compareWithData(
  cluster: Cluster,
  home: string,
  shapes: readonly Shape[],
  log: (line: string) => void,
): Promise<void> {
  const alone = await registerDatabase(cluster, 'full', log);
  const beside = await registerDatabase(cluster, 'full', log, { beside: sources });
  const servers = { alone: await startChancery(alone.urls, home), beside: await startChancery(beside.urls, home) };
  const load = startLoad();
  try {
    const questions = questionsOf(shapes, await readMaterial(alone.urls.reader));
    const rates = new Map<string, number[]>();
    for (let round = 0; round <= rounds; round += 1) {
      log(round === 0 ? 'Warming up' : `Round ${round} of ${rounds}`);
      for (const { shape, varied } of questions) {
        for (const name of round % 2 === 0 ? (['alone', 'beside'] as const) : (['beside', 'alone'] as const)) {
          const { port, path, body } = servers[name];
          const bodies = varied.map((parameters) => body(shape, parameters));
          const { rps } = await load.run({ ...plan, port, path: path(shape), bodies });
          if (round > 0) rates.set(`${shape.name} ${name}`, [...(rates.get(`${shape.name} ${name}`) ?? []), rps]);
        }
      }
    }
    for (const { shape } of questions) log(lineOf(shape, rates));
    await timeMeasures(servers.beside, beside.urls.reader, log);
  } finally {
    await load.stop();
    await Promise.all(Object.values(servers).map((server) => server.stop()));
    await alone.drop();
    await beside.drop();
  }
}

async function timeMeasures({ port }: Contestant, url: string, log: (line: string) => void): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const shape of measuredShapes) {
      const times = await askInTurns(shape, {
        chancery: async (query, variables) => {
          const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify({ query, variables }),
          });
          const { data, errors } = (await response.json()) as { data: unknown; errors?: unknown };
          if (errors) throw new Error(JSON.stringify(errors));
          return data;
        },
        sql: async (text, values) => (await client.query({ text, values: [...values], rowMode: 'array' })).rows,
      });
      log(saidOf(shape, times));
    }
  } finally {
    await client.end();
  }
}

function lineOf({ name }: Shape, rates: ReadonlyMap<string, readonly number[]>): string {
  const rateOf = (which: string) => median(rates.get(`${name} ${which}`) ?? []);
  const [alone, beside] = [rateOf('alone'), rateOf('beside')];
  const slower = alone / beside;
  return `${slower <= allowed ? 'holds ' : 'MISSED'}  ${name}: ${alone.toFixed(0)} a second alone, ${beside.toFixed(0)} with all data beside it: ${slower.toFixed(2)} times as long, at most ${allowed}`;
}
