import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openEmptyApi } from '../support/api.ts';
import { sendFrom } from '../support/send-from.ts';

type Api = Awaited<ReturnType<typeof openEmptyApi>>;

let api: Api;
beforeAll(async () => {
  api = await openEmptyApi();
}, 300_000);
afterAll(() => api.close());

interface Route {
  readonly method: string;
  readonly path: string;
}

/** Returns the routes of the server, from its own list; a parameter in a path gets a value. */
function routes(): Route[] {
  const lines = api.server.app.printRoutes({ commonPrefix: false }).split('\n');
  return lines.flatMap((line) => {
    const [, path = '', methods = ''] = /(\/\S*) \(([A-Z, ]+)\)$/.exec(line) ?? [];
    return methods
      .split(', ')
      .filter((method) => method !== '')
      .map((method) => ({ method, path: path.replaceAll(/:\w+/g, 'IM-1') }));
  });
}

const deskRoutes = () => routes().filter(({ path }) => path.startsWith('/desk/'));
const send = ({ method, path }: Route, headers: Record<string, string>, body?: string) =>
  sendFrom(api.url, {
    ...{ from: '127.0.0.1', method, path, headers: { 'content-type': 'application/json', ...headers } },
    ...(body === undefined ? {} : { body }),
  });
const encoded = (text: string) => text.replaceAll(/[a-z]/g, (letter) => `%${letter.charCodeAt(0).toString(16)}`);

it('the list of routes has the desk, sign-in, set-up and uploads', () => {
  expect(deskRoutes().map(({ method, path }) => `${method} ${path}`)).toEqual(
    expect.arrayContaining([
      'POST /desk/graphql',
      'POST /desk/auth/sign-in/email',
      'POST /desk/auth/sign-out',
      'GET /desk/auth/get-session',
      'POST /desk/auth/change-password',
      'POST /desk/set-up',
      'POST /desk/imports/files',
      'GET /desk/imports/IM-1/errors.csv',
    ]),
  );
});

describe('a request of another site to a route of the desk', () => {
  const origin = 'https://elsewhere.example';
  const spellings: readonly (readonly [string, (path: string) => string])[] = [
    ['as it is', (path) => path],
    ['with an encoded letter', (path) => path.replace('/desk', '/%64esk')],
    ['with all letters encoded', (path) => encoded(path)],
    ['with an encoded letter in capitals', (path) => path.replace('k/', '%6B/')],
    ['with a double slash', (path) => `/${path}`],
    ['with a double slash inside', (path) => path.replace('/desk/', '/desk//')],
    ['with a slash at the end', (path) => `${path}/`],
    ['in capitals', (path) => path.toUpperCase()],
    ['with a dot segment', (path) => path.replace('/desk/', '/desk/./')],
    ['with a segment that leads back', (path) => path.replace('/desk/', '/x/../desk/')],
    ['with a search parameter', (path) => `${path}?a=b`],
    ['with the whole address', (path) => `http://127.0.0.1${path}`],
  ];

  it.each(spellings)('is refused, or leads nowhere: %s', async (_how, spell) => {
    for (const route of deskRoutes()) {
      const body = route.method === 'POST' ? '{}' : undefined;
      const { status } = await send({ ...route, path: spell(route.path) }, { origin }, body);
      // 404: this spelling is no address of the server, so nothing runs.
      expect([route.method, spell(route.path), status]).toEqual([
        route.method,
        spell(route.path),
        status === 404 || status === 405 ? status : 403,
      ]);
    }
  });

  it('is refused at each of them, and the encoded letter changes nothing', async () => {
    for (const route of deskRoutes()) {
      const body = route.method === 'POST' ? '{}' : undefined;
      for (const path of [route.path, route.path.replace('/desk', '/%64esk')]) {
        const { status } = await send({ ...route, path }, { origin }, body);
        expect([route.method, path, status]).toEqual([route.method, path, 403]);
      }
    }
  });

  it('gets the answer in the format of the endpoint', async () => {
    const message = expect.stringContaining(api.settings.adminOrigin);
    const graphql = await send({ method: 'POST', path: '/%64esk/graphql' }, { origin }, '{}');
    expect(JSON.parse(graphql.body)).toEqual({ errors: [{ message, extensions: { code: 'FORBIDDEN' } }] });
    const plain = await send({ method: 'POST', path: '/desk/set-up' }, { origin }, '{}');
    expect(JSON.parse(plain.body)).toEqual({ code: 'FORBIDDEN', message });
  });
});

describe('a body that would be read as something else', () => {
  const posts = () => routes().filter(({ method }) => method === 'POST');
  const wrong: readonly (readonly [string, Record<string, string>])[] = [
    ['another character set', { 'content-type': 'application/json; charset=iso-8859-1' }],
    ['another character set in quotes', { 'content-type': 'application/json; charset="UTF-16"' }],
    ['two character sets', { 'content-type': 'application/json; charset=utf-8; charset=utf-7' }],
    ['an empty character set', { 'content-type': 'application/json; charset=' }],
    ['a content encoding', { 'content-encoding': 'gzip' }],
    ['two content encodings', { 'content-encoding': 'identity, br' }],
  ];

  it.each(wrong)('because of %s is refused by every route', async (_what, headers) => {
    expect(posts().length).toBeGreaterThanOrEqual(7);
    for (const route of posts()) {
      const { status, body } = await send(route, headers, '{"query":"{ __typename }"}');
      expect([route.path, status]).toEqual([route.path, 415]);
      const error = JSON.parse(body);
      const code = route.path.endsWith('/graphql') ? error.errors[0].extensions.code : error.code;
      expect(code).toBe('BAD_USER_INPUT');
    }
  });

  it.each([
    ['application/json; charset=utf-8', undefined],
    ['application/json;charset="UTF-8"', 'identity'],
  ])('is not one in UTF-8: %s', async (type, encoding) => {
    const headers = { 'content-type': type, ...(encoding === undefined ? {} : { 'content-encoding': encoding }) };
    const answer = await send({ method: 'POST', path: '/graphql' }, headers, '{"query":"{ __typename }"}');
    expect([answer.status, answer.body]).toEqual([200, expect.stringContaining('"Query"')]);
  });
});

describe('security headers', () => {
  const expected = {
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'permissions-policy': expect.stringContaining('camera=()'),
  };

  it('are on every response, once, whatever its status', async () => {
    for (const path of ['/graphql?query={__typename}', '/graphql', '/graphiql', '/measures', '/nowhere', '/livez']) {
      const { headers } = await send({ method: 'GET', path }, {});
      expect(headers).toMatchObject(expected);
      expect(headers).not.toHaveProperty('strict-transport-security');
    }
    const refused = await send(
      { method: 'POST', path: '/desk/graphql' },
      { origin: 'https://elsewhere.example' },
      '{}',
    );
    expect(refused.headers).toMatchObject(expected);
  });

  it('include HSTS if browsers reach the desk by https', async () => {
    const secure = await openEmptyApi({ adminOrigin: 'https://register.example.org' });
    try {
      const { headers } = await sendFrom(`${secure.url}/livez`, { from: '127.0.0.1' });
      expect(headers['strict-transport-security']).toBe('max-age=31536000');
    } finally {
      await secure.close();
    }
  });
});
