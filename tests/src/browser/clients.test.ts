import { reservedPort } from '@chancery/prisma/testing';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openEmptyApi } from '../support/api.ts';
import { sendFrom } from '../support/send-from.ts';
import { buildAdmin } from './support/admin-build.ts';
import { type AdminServer, startAdmin } from './support/admin-server.ts';

type Api = Awaited<ReturnType<typeof openEmptyApi>>;

let api: Api;
let admin: AdminServer;
let origin: string;
beforeAll(async () => {
  await buildAdmin();
  const port = await reservedPort();
  origin = `http://127.0.0.1:${port}`;
  // 100 requests to the API and 10 pages in 10 seconds.
  api = await openEmptyApi({ adminOrigin: origin, rates: { requests: 600, points: 0, concurrent: 0 } });
  admin = await startAdmin(port, api.url, { CHANCERY_ADMIN_ORIGIN: origin, CHANCERY_RATE_PAGES: '60' });
}, 600_000);
afterAll(async () => {
  await admin.close();
  await api.close();
});

/** Sends a query to the API through the admin, and returns what is left of the client's quota at the API. */
async function remaining(from: string, headers: Record<string, string> = {}): Promise<number> {
  const { status, headers: received } = await sendFrom(`${origin}/graphql?query={__typename}`, { from, headers });
  expect(status).toBe(200);
  return Number(/"requests";r=(\d+)/.exec(String(received.ratelimit))?.[1]);
}

it('the API limits the client behind the admin, and not the admin', async () => {
  expect(await remaining('127.0.0.2')).toBe(99);
  expect(await remaining('127.0.0.3')).toBe(99);
  expect(await remaining('127.0.0.2')).toBe(98);
  expect(await remaining('127.0.0.2', { 'x-forwarded-for': '203.0.113.1' })).toBe(97);
  expect(await remaining('127.0.0.2', { 'x-chancery-admin-key': 'x', 'x-forwarded-for': '203.0.113.1' })).toBe(96);
});

it('what a page reads counts for its reader', async () => {
  const page = await sendFrom(`${origin}/states`, { from: '127.0.0.4' });
  expect(page.status).toBe(200);
  expect(await remaining('127.0.0.4')).toBeLessThan(99);
  expect(await remaining('127.0.0.5')).toBe(99);
});

it('pages are limited by address, with the security headers once on each response', async () => {
  const pages: number[] = [];
  for (let count = 0; count < 11; count += 1)
    pages.push((await sendFrom(`${origin}/nowhere`, { from: '127.0.0.6' })).status);
  expect(pages).toEqual([...Array(10).fill(404), 429]);
  for (const path of ['/nowhere', '/icon.svg', '/graphql?query={__typename}', '/desk/auth/get-session']) {
    const { headers } = await sendFrom(origin + path, { from: path === '/nowhere' ? '127.0.0.6' : '127.0.0.7' });
    // Node joins the values of a header that is sent twice.
    expect([path, headers]).toEqual([
      path,
      expect.objectContaining({
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'same-origin',
        'cross-origin-opener-policy': 'same-origin',
      }),
    ]);
  }
});
