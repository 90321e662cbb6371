// Imports and limits with one, two and three API processes that are asked in turn: the results are the same.
import { afterAll, describe, expect, it } from '@jest/globals';
import { limits } from '../../src/support/api.ts';
import { ApiProcess } from '../../src/support/api-process.ts';
import { ImportClient, upload } from '../../src/support/imports.ts';
import { runInterruptedImport } from '../../src/support/interrupted-import.ts';

const say = (line: string) => process.stdout.write(`${line}\n`);

const tribes = 12;
const lines = Array.from({ length: 3_000 }, (_, at) => {
  const [tribe, year] = [at % tribes, 1000 + Math.floor(at / tribes)];
  return `AA${String.fromCharCode(65 + tribe)},${900 + tribe},Tribe ${tribe},${year},1,1,${year},12,31,2016\n`;
});
const file = `stateabb,ccode,statenme,styear,stmonth,stday,endyear,endmonth,endday,version\n${lines.join('')}`;

describe('an import', () => {
  const servers: ApiProcess[] = [];
  afterAll(async () => {
    for (const server of servers) await server.close();
  });

  it('that four kills interrupt gives the same register with one, two and three processes as without kills', async () => {
    const one = new ApiProcess(1);
    servers.push(one);
    await one.start();
    await one.createUsers('Ana', 'Ben');
    const id = await new ImportClient(one.url, await one.as('Ana')).uploads({ 'states.csv': file });
    for (const count of [1, 2, 3]) servers.push(await one.copy(count));
    const [, ...copies] = servers;
    await one.start();
    const undisturbed = await runInterruptedImport(one, id);
    await one.stop();
    expect(undisturbed.digests['register.fact']).toMatch(/^[5-9]\d{3} rows/);
    for (const [at, copy] of copies.entries()) {
      await copy.start();
      const schedule = { moments: [0.1, 0.4, 0.6, 0.9], durations: undisturbed.durations };
      const killed = await runInterruptedImport(copy, id, schedule);
      say(`${at + 1} processes: killed during ${killed.kills.join(', ')}`);
      expect(killed.digests).toEqual(undisturbed.digests);
      expect(killed.kills).toHaveLength(4);
      await copy.stop();
    }
  }, 1_200_000);
});

describe.each([1, 2, 3])('limits with %i API processes', (count) => {
  const quota = 300;
  // A quota per minute is enforced in windows of ten seconds.
  const server = new ApiProcess(count, { CHANCERY_RATE_REQUESTS: String(6 * quota) });
  afterAll(() => server.close());

  it('allow the files of one import, the requests of one address and the guesses of one password only once', async () => {
    await server.start();
    await server.createUsers('Ana');
    const { cookie } = await server.as('Ana');
    const first = await upload({ url: server.url, cookie }, 'first.csv', 'a,b\n1,2\n');
    const { import: into } = (await first.json()) as { import: string };
    for (let at = 2; at <= limits.importFiles + 3; at += 1)
      await upload({ url: server.url, cookie, into }, `${at}.csv`, 'a,b\n1,2\n');
    const together = Array.from({ length: 30 }, (_, at) =>
      upload({ url: server.url, cookie, into }, `together ${at}.csv`, 'a,b\n1,2\n'),
    );
    await Promise.all(together);
    const { rows } = await server.pools.owner.query('SELECT count(*)::int AS files FROM desk.import_file');
    expect(rows).toEqual([{ files: limits.importFiles }]);

    const guesses: number[] = [];
    for (let at = 0; at < 20; at += 1) guesses.push(await guess(server.url, at));
    const wrong = guesses.filter((status) => status === 401).length;
    say(`${count} processes: ${wrong} of ${guesses.length} guesses were checked`);
    // One more may be allowed when the delay of the first, of a second, is over.
    expect(wrong).toBeGreaterThanOrEqual(limits.passwordFailures.pair.free);
    expect(wrong).toBeLessThanOrEqual(limits.passwordFailures.pair.free + 2);

    // The requests so far are of another window.
    await new Promise((resolve) => setTimeout(resolve, 10_000));
    let allowed = 0;
    const began = performance.now();
    for (let sent = 0; sent < 3 * quota; sent += 10) {
      const answers = await Promise.all(
        Array.from({ length: 10 }, () => fetch(`${server.url}/graphql?query={__typename}`)),
      );
      allowed += answers.filter(({ status }) => status === 200).length;
      // A process learns within a second what the others have answered.
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    const seconds = (performance.now() - began) / 1_000;
    say(
      `${count} processes: ${allowed} of ${3 * quota} requests in ${seconds.toFixed(1)} s allowed, by a quota of ${quota}`,
    );
    expect(seconds).toBeLessThan(10);
    // Of the last second, others do not know: 10 requests per 50 ms.
    expect(allowed).toBeGreaterThanOrEqual(quota);
    expect(allowed).toBeLessThanOrEqual(count === 1 ? quota : quota + 220);
  }, 300_000);
});

/** Tries to sign Ana in with a wrong password, and returns the status. */
async function guess(url: string, at: number): Promise<number> {
  const { status } = await fetch(`${url}/desk/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: 'http://localhost:3000' },
    body: JSON.stringify({ email: 'ana@example.org', password: `wrong password ${at}` }),
  });
  return status;
}
