import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, request } from 'node:http';
import { json } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { clientHeaders } from '../endpoints/client-headers.ts';
import { createEdge, type Edge } from './edge.ts';
import { limitPage } from './limit-page.ts';
import { prepareRequests } from './prepare-requests.ts';

// A server that answers with the headers as Next would see them, and limits pages as proxy.ts does.
let edge: Edge;
let port: number;
const server = createServer((incoming, response) => {
  const headers = new Headers(
    Object.fromEntries(Object.entries(incoming.headers).map(([name, value]) => [name, String(value)])),
  );
  limitPage(headers, edge).then((refusal) => {
    response.writeHead(refusal?.status ?? 200, {
      'content-type': 'application/json',
      ...Object.fromEntries(refusal?.headers ?? []),
    });
    response.end(JSON.stringify(incoming.headers));
  });
});
beforeAll(async () => {
  edge = createEdge({
    NODE_ENV: 'test',
    CHANCERY_TRUSTED_PROXIES: '127.0.0.9',
    CHANCERY_RATE_PAGES: '60',
    CHANCERY_RATE_CONCURRENT: '2',
  });
  prepareRequests(edge, 'https://register.example.org');
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  port = address.port;
});
afterAll(() => void server.close());

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** The headers of the request as Next would see them. */
  readonly seen: Readonly<Record<string, string>>;
}

function send(from: string, headers: Record<string, string> = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request({ port, host: '127.0.0.1', localAddress: from, headers, agent: false }, (response) => {
      json(response).then(
        (seen) =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            seen: seen as Readonly<Record<string, string>>,
          }),
        reject,
      );
    });
    sent.once('error', reject);
    sent.end();
  });
}

const forged = {
  'x-forwarded-for': '203.0.113.1',
  'x-forwarded-proto': 'https',
  'x-forwarded-host': 'elsewhere.example',
  'x-chancery-admin-key': 'a key from outside',
  'x-chancery-request': 'forged',
};

describe('a request to the admin', () => {
  it('of a client is described by its connection alone', async () => {
    const { seen } = await send('127.0.0.2', forged);
    expect(seen).toMatchObject({ 'x-forwarded-for': '127.0.0.2' });
    for (const name of ['x-forwarded-proto', 'x-forwarded-host', 'x-chancery-admin-key'])
      expect(seen).not.toHaveProperty(name);
    expect(seen['x-chancery-request']).toMatch(/^\d+$/);
  });

  it('of a trusted proxy is described by the proxy, but has no key', async () => {
    const { seen } = await send('127.0.0.9', { ...forged, 'x-forwarded-for': '198.51.100.1, 203.0.113.1' });
    expect(seen).toMatchObject({
      'x-forwarded-for': '203.0.113.1',
      'x-forwarded-proto': 'https',
      'x-forwarded-host': 'elsewhere.example',
    });
    expect(seen).not.toHaveProperty('x-chancery-admin-key');
  });

  it('is answered with the security headers', async () => {
    const { headers } = await send('127.0.0.3');
    expect(headers).toMatchObject({
      'strict-transport-security': 'max-age=31536000',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'cross-origin-opener-policy': 'same-origin',
    });
  });

  it('is refused beyond the quota of pages of its address, and those of other addresses are not', async () => {
    for (let page = 0; page < 10; page += 1) expect((await send('127.0.0.4')).status).toBe(200);
    const refused = await send('127.0.0.4');
    expect(refused.status).toBe(429);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThanOrEqual(1);
    expect((await send('127.0.0.5')).status).toBe(200);
    expect((await send('127.0.0.9', { 'x-forwarded-for': '127.0.0.4' })).status).toBe(429);
  });
});

it('the API gets the address of the client and the key that it shares with the admin', () => {
  process.env.CHANCERY_ADMIN_KEY = 'the shared key';
  try {
    expect(clientHeaders(new Headers({ 'x-forwarded-for': '203.0.113.1', cookie: 'a=b' }))).toEqual({
      'x-forwarded-for': '203.0.113.1',
      'x-chancery-admin-key': 'the shared key',
    });
  } finally {
    delete process.env.CHANCERY_ADMIN_KEY;
  }
});
