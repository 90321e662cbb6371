import { expect, test } from '@jest/globals';
import { readSettings } from './env.ts';

const read = (env: NodeJS.ProcessEnv) => readSettings(env, '/somewhere');
const errorsOf = (env: NodeJS.ProcessEnv) => {
  const result = read(env);
  return 'errors' in result ? result.errors : [];
};

test('uses defaults for settings that are missing or empty', () => {
  expect(read({})).toEqual({
    settings: {
      port: 3000,
      apiPort: 4000,
      host: '127.0.0.1',
      apiHost: '127.0.0.1',
      adminKey: undefined,
      home: '/somewhere/.chancery',
      databaseUrl: undefined,
      logins: undefined,
      demo: true,
      backups: { folder: undefined, every: 24, keep: 14, passphrase: undefined },
      origin: 'http://localhost:3000',
    },
  });
  expect(read({ PORT: '', CHANCERY_DEMO: '', DATABASE_URL: '' })).toEqual(read({}));
});

test('reads every setting', () => {
  const url = (user: string) => `postgresql://${user}@db.example.org/chancery`;
  const env = {
    PORT: '8080',
    API_PORT: '8081',
    HOST: '0.0.0.0',
    API_HOST: '::1',
    CHANCERY_ADMIN_KEY: 'k'.repeat(32),
    CHANCERY_HOME: 'data',
    CHANCERY_DEMO: '0',
    CHANCERY_BACKUP_DIR: 'backups',
    CHANCERY_BACKUP_EVERY: '6',
    CHANCERY_BACKUP_KEEP: '3',
    CHANCERY_BACKUP_PASSPHRASE: 'twelve or more',
    CHANCERY_ADMIN_ORIGIN: 'https://register.example.org',
    DATABASE_URL: url('owner'),
    DATABASE_URL_READER: url('r'),
    DATABASE_URL_DESK: url('d'),
    DATABASE_URL_WRITER: url('w'),
  };
  expect(read(env)).toEqual({
    settings: {
      port: 8080,
      apiPort: 8081,
      host: '0.0.0.0',
      apiHost: '::1',
      adminKey: 'k'.repeat(32),
      home: '/somewhere/data',
      databaseUrl: url('owner'),
      logins: { reader: url('r'), desk: url('d'), writer: url('w') },
      demo: false,
      backups: { folder: '/somewhere/backups', every: 6, keep: 3, passphrase: 'twelve or more' },
      origin: 'https://register.example.org',
    },
  });
});

test.each([
  [{ PORT: 'abc' }, 'PORT must be a whole number from 1 to 65535, not abc'],
  [{ API_PORT: '0' }, 'API_PORT must be a whole number from 1 to 65535, not 0'],
  [{ API_PORT: '65536' }, 'API_PORT must be a whole number from 1 to 65535, not 65536'],
  [{ HOST: 'example' }, 'HOST must be an IP address, such as 127.0.0.1 or 0.0.0.0, not example'],
  [
    { CHANCERY_TRUSTED_PROXIES: '10.0.0.5,proxy' },
    'CHANCERY_TRUSTED_PROXIES must list IP addresses or CIDRs with commas, such as 10.0.0.5,fd00::/8, not 10.0.0.5,proxy',
  ],
  [{ CHANCERY_RATE_REQUESTS: '59' }, 'CHANCERY_RATE_REQUESTS must be 0 (no limit) or a whole number from 60, not 59'],
  [{ PORT: '4000' }, 'PORT and API_PORT are both 4000. They must differ.'],
  [{ CHANCERY_HOME: '/dev/null' }, 'CHANCERY_HOME must be a folder, not /dev/null'],
  [{ CHANCERY_BACKUP_EVERY: '0' }, 'CHANCERY_BACKUP_EVERY must be a whole number from 1 to 744, not 0'],
  [{ CHANCERY_BACKUP_PASSPHRASE: 'too short' }, 'CHANCERY_BACKUP_PASSPHRASE must have at least 12 characters'],
  [{ CHANCERY_DEMO: 'no' }, 'CHANCERY_DEMO must be 0 or 1, not no'],
  [
    { CHANCERY_ADMIN_ORIGIN: 'register' },
    'CHANCERY_ADMIN_ORIGIN must look like https://register.example.org, not register',
  ],
  [
    { DATABASE_URL: 'mysql://u:secret@h/d' },
    'DATABASE_URL must look like postgresql://user:password@host:5432/database',
  ],
  [{ DATABASE_URL: 'postgres://h' }, 'DATABASE_URL must look like postgresql://user:password@host:5432/database'],
  [
    { DATABASE_URL: 'postgres://h/d', DATABASE_URL_DESK: 'postgres://h/d' },
    'Set all three of DATABASE_URL_READER, DATABASE_URL_DESK and DATABASE_URL_WRITER, or none. Missing: DATABASE_URL_READER, DATABASE_URL_WRITER',
  ],
])('reports one error for each wrong setting: %j', (env, error) => {
  expect(errorsOf(env)).toEqual([error]);
});

test('reports all errors at once', () => {
  expect(errorsOf({ PORT: 'x', API_PORT: 'y', CHANCERY_DEMO: 'z' })).toHaveLength(3);
});
