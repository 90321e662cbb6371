// /readyz says the truth about the logins, also while old connections still work.
import { setTimeout as sleep } from 'node:timers/promises';
import { openStorage, startEmbeddedPostgres, withClient, withDatabase } from '@chancery/prisma';
import { testHome } from '@chancery/prisma/testing';
import { expect, it } from '@jest/globals';
import { makeLog, makeServer, settingsFor } from '../support/api.ts';

it('is 503 with the reason while the password of a login does not work, and 200 again afterwards', async () => {
  // A server of its own: logins belong to the whole server, and other tests share another.
  const { home, remove } = testHome();
  const postgres = await startEmbeddedPostgres({ home, durable: false });
  const storage = await openStorage({ home, databaseUrl: withDatabase(postgres.url, 'ready') });
  const server = await makeServer(settingsFor(storage.urls, home), makeLog('fatal'));
  const url = await server.app.listen({ port: 0, host: '127.0.0.1' });
  const readyz = async () => {
    const response = await fetch(`${url}/readyz`);
    return { status: response.status, body: await response.json() };
  };
  const until = async (status: number) => {
    for (;;) {
      const now = await readyz();
      if (now.status === status) return now;
      await sleep(50);
    }
  };
  const setPassword = (role: string, password: string) =>
    withClient(postgres.url, (client) => client.query(`ALTER ROLE ${role} PASSWORD '${password}'`));
  try {
    expect(await readyz()).toEqual({
      status: 200,
      body: {
        ...{ ready: true, revision: 0, reasons: [] },
        logins: ['reader', 'desk', 'writer'].map((login) => ({
          login,
          role: `chancery_ready_${login}`,
          database: 'ready',
          isRefused: false,
        })),
        reads: { from: 'primary', postgres: expect.stringMatching(/^\d+/), revisionsBehind: 0, secondsBehind: 0 },
      },
    });
    for (const login of ['reader', 'desk', 'writer'] as const) {
      const role = `chancery_ready_${login}`;
      await setPassword(role, 'reset by another installation');
      expect((await until(503)).body).toMatchObject({
        ready: false,
        reasons: [
          `The login of the ${login}, ${role}, does not work on the database ready: password authentication failed for user "${role}"`,
        ],
      });
      await setPassword(role, new URL(storage.urls[login]).password);
      expect((await until(200)).body).toMatchObject({ ready: true, reasons: [] });
    }
    await withClient(storage.urls.owner, (client) =>
      client.query('REVOKE SELECT ON register.fact FROM chancery_ready_reader'),
    );
    expect((await until(503)).body).toMatchObject({
      reasons: [expect.stringContaining('permission denied for table fact')],
    });
  } finally {
    await server.close();
    await postgres.stop();
    remove();
  }
}, 120_000);
