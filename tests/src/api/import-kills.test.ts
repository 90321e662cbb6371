// A server that is killed amid an import takes it up again, and comes to what it would have come to.
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from '@jest/globals';
import { ApiProcess } from '../support/api-process.ts';
import { Importing } from '../support/imports.ts';

const letters = 'ABCDEFGHIJKL';
const lines = Array.from({ length: 6_000 }, (_, at) => {
  const year = 1000 + Math.floor(at / 12);
  return `AA${letters[at % 12]},${900 + (at % 12)},Tribe ${at % 12},${year},1,1,${year},12,31,2016\n`;
});
const file = `stateabb,ccode,statenme,styear,stmonth,stday,endyear,endmonth,endday,version\n${lines.join('')}`;

it('an import whose server is killed goes on, and ends as one that was left in peace', async () => {
  const server = new ApiProcess();
  try {
    await server.start();
    await server.hire('Ana');
    const importing = async () => new Importing(server.url, await server.as('Ana'));
    const id = await (await importing()).uploads({ 'states.csv': file });
    const checked = await (await importing()).checks(id);
    await (await importing()).does('writeImport', id);
    for (const beyond of [0, 2_500]) {
      while ((await (await importing()).looksAt(id)).done <= beyond) await sleep(10);
      await server.killApi();
      await server.start();
    }
    const written = await (await importing()).hasEnded(id);
    expect(written).toMatchObject({ status: 'WRITTEN', counts: checked.counts });

    const peaceful = await (await importing()).uploads({ 'states.csv': file });
    await (await importing()).checks(peaceful);
    expect((await (await importing()).writes(peaceful)).status).toBe('WRITTEN');
    const [killed, left] = [await dumpOf(server, id), await dumpOf(server, peaceful)];
    expect(killed.length).toBeGreaterThan(24_000);
    // One by one: a comparison of all at once would take long to say what differs.
    expect(killed.find((line, at) => line !== left[at])).toBe(undefined);
    expect(left).toHaveLength(killed.length);
  } finally {
    await server.close();
  }
}, 300_000);

/** All that an import wrote, in its order, without what is of this import alone: the ids of its operations and batch. */
async function dumpOf({ pools }: ApiProcess, id: string): Promise<string[]> {
  const { rows: operations } = await pools.owner.query(
    `SELECT o.ordinal, o.kind, o.type, CASE o.type WHEN 'ImportBatch' THEN NULL ELSE o.fact_id END AS fact,
       o.payload - 'batch' AS payload, o.payload -> 'batch' ->> 'line' AS line, o.added_version AS version
     FROM desk.operation o JOIN desk.import i ON i.changeset_id = o.changeset_id WHERE i.id = $1 ORDER BY o.ordinal`,
    [id],
  );
  const { rows } = await pools.owner.query(
    `SELECT ordinal, line, key, type, outcome, label, message, detail FROM desk.import_row WHERE import_id = $1 ORDER BY ordinal`,
    [id],
  );
  return [...operations, ...rows].map((row) => JSON.stringify(row));
}
