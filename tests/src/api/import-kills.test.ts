// A server that is killed during an import resumes it with the same result.
import { expect, it } from '@jest/globals';
import { ApiProcess } from '../support/api-process.ts';
import { ImportClient } from '../support/imports.ts';
import { runInterruptedImport } from '../support/interrupted-import.ts';

const letters = 'ABCDEFGHIJKL';
const lines = Array.from({ length: 3_000 }, (_, at) => {
  const year = 1000 + Math.floor(at / 12);
  return `AA${letters[at % 12]},${900 + (at % 12)},Tribe ${at % 12},${year},1,1,${year},12,31,2016\n`;
});
const file = `stateabb,ccode,statenme,styear,stmonth,stday,endyear,endmonth,endday,version\n${lines.join('')}`;

it('an import that is killed several times between check and merge gives the same register as an uninterrupted one', async () => {
  const server = new ApiProcess();
  let twin: ApiProcess | undefined;
  try {
    await server.start();
    await server.createUsers('Ana', 'Ben');
    const id = await new ImportClient(server.url, await server.as('Ana')).uploads({ 'states.csv': file });
    twin = await server.copy();
    await server.start();
    const uninterrupted = await runInterruptedImport(server, id);
    await server.stop();
    await twin.start();
    const { durations } = uninterrupted;
    const killed = await runInterruptedImport(twin, id, { moments: [0.1, 0.4, 0.6, 0.9], durations });
    expect(killed.digests).toEqual(uninterrupted.digests);
    expect(uninterrupted.digests['register.fact']).toMatch(/^[5-9]\d{3} rows/);
    expect(killed.kills).toHaveLength(4);
    expect(new Set(killed.kills).size).toBeGreaterThan(1);
  } finally {
    await server.close();
    await twin?.close();
  }
}, 300_000);
