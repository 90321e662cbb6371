// Imports the votes of the General Assembly twice from the same upload, on two copies of a server: once undisturbed,
// once with kills at ten random moments from check to merge. Both must result in the same register.
import { afterAll, expect, it } from '@jest/globals';
import { ApiProcess } from '../../src/support/api-process.ts';
import { ImportClient } from '../../src/support/imports.ts';
import { runInterruptedImport } from '../../src/support/interrupted-import.ts';
import { Random } from '../../src/support/random.ts';
import { importStates, readVoteFiles } from './general-assembly.ts';

const servers = [new ApiProcess()];
afterAll(async () => {
  for (const server of servers) await server.close();
});
const say = (line: string) => process.stdout.write(`${new Date().toISOString().slice(11, 19)} ${line}\n`);

it('an import of the votes with ten kills results in the same register as one without', async () => {
  const files = await readVoteFiles();
  const [server] = servers as [ApiProcess];
  await server.start();
  await server.createUsers('Ana', 'Ben');
  const ana = await server.as('Ana');
  await importStates(server, ana, await server.as('Ben'));
  const id = await new ImportClient(server.url, ana).uploads(files);
  const copy = await server.copy();
  servers.push(copy);

  await server.start();
  say('undisturbed');
  const undisturbed = await runInterruptedImport(server, id, undefined, say);
  await server.close();

  const random = new Random(Number(process.env.SEED ?? 10));
  const moments = Array.from({ length: 10 }, () => random.float()).toSorted((a, b) => a - b);
  await copy.start();
  say('killed');
  const killed = await runInterruptedImport(copy, id, { moments, durations: undisturbed.durations }, say);
  say(JSON.stringify(killed, null, 1));
  expect(killed.digests).toEqual(undisturbed.digests);
  expect(killed.kills).toHaveLength(10);
  expect(undisturbed.digests['history.ballot']).toMatch(/^88\d{4} rows/);
}, 3_600_000);
