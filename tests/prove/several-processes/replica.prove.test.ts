// How long a merge takes until the public endpoint shows it, when that reads a streaming replica.
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openReplicatedServer, type ReplicatedServer } from '../../src/support/replicated-server.ts';

const rounds = 50;

let server: ReplicatedServer;
beforeAll(async () => {
  server = await openReplicatedServer();
}, 180_000);
afterAll(() => server.close());

it('shows a merge within three seconds, with the revision that the replica has', async () => {
  const times: number[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    const revision = await server.addState(`State ${round}`);
    const merged = performance.now();
    for (;;) {
      const { data, extensions } = await server.ask('{ states { totalCount } }');
      const shown = (extensions as unknown as { revision: { number: number } }).revision.number;
      expect(data).toEqual({ states: { totalCount: shown < revision ? round - 1 : round } });
      if (shown >= revision) break;
      await sleep(5);
    }
    times.push(performance.now() - merged);
  }
  const sorted = times.toSorted((a, b) => a - b).map(Math.round);
  process.stdout.write(`${rounds} merges on a replica: p50 ${sorted[rounds / 2]} ms, at most ${sorted.at(-1)} ms\n`);
  expect(sorted.at(-1)).toBeLessThanOrEqual(3_000);
  expect((await server.readyz()).reads).toMatchObject({ from: 'replica', revisionsBehind: 0 });
}, 300_000);
