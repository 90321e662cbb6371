// Costly operations of all clients together leave connections for ordinary ones.
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type Api, askAt, limits, openApi } from '../support/api.ts';

let api: Api;
beforeAll(async () => {
  api = await openApi();
}, 60_000);
afterAll(() => api.close());

const { atOnce, waiting } = limits.costlyReads;
const ordinary = '{ agreements { totalCount } }';
const costly = (at: number) =>
  `{ c${at}: agreements { totalCount } ${Array.from({ length: 10 }, (_, of) => `s${of}: search(text: "a ${of}") { totalCount }`).join(' ')} }`;

it('run a few at once, wait, and are refused with 503 when too many wait; ordinary ones run', async () => {
  const holder = await api.desk.owner.connect();
  await holder.query('BEGIN; LOCK TABLE register.external_code IN ACCESS EXCLUSIVE MODE');
  const ask = askAt(`${api.url}/graphql`);
  try {
    const answers: Awaited<ReturnType<typeof ask>>[] = [];
    const asked = Array.from({ length: atOnce + waiting + 100 }, async (_, at) => {
      answers.push(await ask(costly(at)));
    });
    // Those that run meanwhile end with TIMEOUT after three seconds.
    const refusal = () => answers.find(({ text }) => text.includes('RETRYABLE'));
    while (!refusal()) await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await ask(ordinary)).toMatchObject({ status: 200, errors: [] });
    expect(refusal()?.status).toBe(503);
    expect(refusal()?.errors[0]).toMatchObject({
      message: expect.stringContaining('Too many costly operations are waiting'),
      extensions: { code: 'RETRYABLE' },
    });
    await holder.query('ROLLBACK');
    await Promise.all(asked);
    expect(await ask(costly(0))).toMatchObject({ status: 200, errors: [] });
  } finally {
    holder.release();
  }
}, 60_000);
