// The import of the votes of the General Assembly, killed at ten random moments from check to merge, comes to the same
// register as one that is left in peace. Both go on from the same upload, on copies of one server.
import { afterAll, expect, it } from '@jest/globals';
import { ApiProcess } from '../../src/support/api-process.ts';
import { ImportClient } from '../../src/support/imports.ts';
import { runInterruptedImport } from '../../src/support/interrupted-import.ts';
import { Random } from '../../src/support/random.ts';
import { bringInStates, filesOfVotes } from './general-assembly.ts';

const servers = [new ApiProcess()];
afterAll(async () => {
  for (const server of servers) await server.close();
});
const say = (line: string) => process.stdout.write(`${new Date().toISOString().slice(11, 19)} ${line}\n`);

it('the votes, killed at ten random moments, come to the same register', async () => {
  const files = await filesOfVotes();
  const [server] = servers as [ApiProcess];
  await server.start();
  await server.hire('Ana', 'Ben');
  const ana = await server.as('Ana');
  await bringInStates(server, ana, await server.as('Ben'));
  const id = await new ImportClient(server.url, ana).uploads(files);
  const twin = await server.copy();
  servers.push(twin);

  await server.start();
  say('in peace');
  const peaceful = await runInterruptedImport(server, id, undefined, say);
  await server.close();

  const random = new Random(Number(process.env.SEED ?? 10));
  const moments = Array.from({ length: 10 }, () => random.float()).toSorted((a, b) => a - b);
  await twin.start();
  say('killed');
  const killed = await runInterruptedImport(twin, id, { moments, took: peaceful.took }, say);
  say(JSON.stringify(killed, null, 1));
  expect(killed.dump).toEqual(peaceful.dump);
  expect(killed.kills).toHaveLength(10);
  expect(peaceful.dump['history.ballot']).toMatch(/^88\d{4} rows/);
}, 3_600_000);
