import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { appsOf } from './apps.ts';
import { readSettings } from './env.ts';

const urls = { owner: 'postgres://o', reader: 'postgres://r', desk: 'postgres://d', writer: 'postgres://w' };

function apps(env: NodeJS.ProcessEnv = {}, { root = '/somewhere', reload = false } = {}) {
  const read = readSettings(env, root);
  if ('errors' in read) throw new Error(read.errors.join('\n'));
  const [api, admin] = appsOf({ root, settings: read.settings, urls, reload });
  if (!api || !admin) throw new Error('an app is missing');
  return { api, admin };
}

test('the API and the admin share a key that is made once, unless the operator sets one', () => {
  const first = apps();
  expect(first.api.env.CHANCERY_ADMIN_KEY).toMatch(/^[\w-]{43}$/);
  expect(first.admin.env.CHANCERY_ADMIN_KEY).toBe(first.api.env.CHANCERY_ADMIN_KEY);
  // A program that is restarted must know the key of those that were not.
  expect(apps().api.env.CHANCERY_ADMIN_KEY).toBe(first.api.env.CHANCERY_ADMIN_KEY);
  const CHANCERY_ADMIN_KEY = 'k'.repeat(32);
  const given = apps({ CHANCERY_ADMIN_KEY });
  expect([given.api.env, given.admin.env]).toEqual([
    expect.objectContaining({ CHANCERY_ADMIN_KEY }),
    expect.objectContaining({ CHANCERY_ADMIN_KEY }),
  ]);
});

test.each([
  [{}, '127.0.0.1', 'http://127.0.0.1:3000/icon.svg', 'http://127.0.0.1:4000'],
  [{ HOST: '0.0.0.0', API_HOST: '::' }, '0.0.0.0', 'http://127.0.0.1:3000/icon.svg', 'http://[::1]:4000'],
  [{ HOST: '::1', API_HOST: '192.0.2.1' }, '::1', 'http://[::1]:3000/icon.svg', 'http://192.0.2.1:4000'],
])('with %j the admin listens there and reaches the API', (env, host, respondsAt, apiUrl) => {
  const { api, admin } = apps(env);
  expect(admin.args.slice(-2)).toEqual(['--hostname', host]);
  expect(admin.ready).toEqual({ respondsAt });
  expect(admin.env.CHANCERY_API_URL).toBe(apiUrl);
  expect(api.env.API_HOST).toBe('API_HOST' in env ? env.API_HOST : '127.0.0.1');
});

test('during development, a change in any package of ours restarts the API', () => {
  const root = join(import.meta.dirname, '..', '..', '..');
  const { api, admin } = apps({}, { root, reload: true });
  const packages = readdirSync(join(root, 'packages')).map((name) => join(root, 'packages', name, 'src'));
  expect([...(api.watch ?? [])].sort()).toEqual(
    [...packages, join(root, 'apps', 'api', 'src'), join(root, 'prisma', 'src')].sort(),
  );
  expect(api.watch?.filter((folder) => !existsSync(folder))).toEqual([]);
  // Next reloads the admin itself.
  expect(admin.watch).toBeUndefined();
});
