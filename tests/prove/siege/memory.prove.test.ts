import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { ApiProcess } from '../../src/support/api-process.ts';
import { type Flood, memoryFloods } from './memory.ts';

const connections = 50;
const seconds = Number(process.env.SIEGE_SECONDS ?? 60);
const maxGrowth = 300;
const maxSecondGrowth = 50;

const api = new ApiProcess();
beforeAll(() => api.start(), 300_000);
afterAll(() => api.close());

/** Returns metrics by name with labels, such as `chancery_cache_bytes{cache="public plans"}`. */
async function metrics(): Promise<Map<string, number>> {
  const text = await (await fetch(`${api.url}/metrics`)).text();
  return new Map(
    [...text.matchAll(/^(\w+(?:\{[^}]*\})?) (\S+)$/gm)].map(([, name = '', value]) => [name, Number(value)]),
  );
}

const memory = async () => ((await metrics()).get('process_resident_memory_bytes') ?? 0) / 1024 / 1024;

let sent = 0;

/** Floods the API for a while over all connections. Returns the number of responses by status. */
async function flood({ request }: Flood): Promise<Map<number, number>> {
  const statuses = new Map<number, number>();
  const end = Date.now() + seconds * 1_000;
  const client = async () => {
    while (Date.now() < end) {
      sent += 1;
      const response = await fetch(`${api.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(request(sent)),
      });
      await response.arrayBuffer();
      statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1);
    }
  };
  await Promise.all(Array.from({ length: connections }, client));
  return statuses;
}

/** Runs all floods in turn, and returns the memory afterwards in MiB. */
async function siege(round: string): Promise<number> {
  for (const kind of memoryFloods) {
    const statuses = await flood(kind);
    const answered = [...statuses].map(([status, count]) => `${count} with ${status}`).join(', ');
    process.stdout.write(`${round}, ${kind.name}: ${answered}; ${Math.round(await memory())} MiB\n`);
    // No request fails for a reason that a client could not understand.
    expect([...statuses.keys()].filter((status) => ![200, 400, 429, 503].includes(status))).toEqual([]);
  }
  return memory();
}

it('floods of unique documents and filters do not fill the memory', async () => {
  const before = await memory();
  const first = await siege('first siege');
  const second = await siege('second siege');
  process.stdout.write(`${Math.round(before)} MiB before, ${Math.round(first)} and ${Math.round(second)} MiB after\n`);
  expect(first - before).toBeLessThan(maxGrowth);
  expect(second - first).toBeLessThan(maxSecondGrowth);
  const now = await metrics();
  for (const [name, bytes] of now)
    if (name.startsWith('chancery_cache_bytes'))
      expect(bytes).toBeLessThanOrEqual(now.get(name.replace('_bytes', '_max_bytes')) ?? 0);
}, 3_600_000);
