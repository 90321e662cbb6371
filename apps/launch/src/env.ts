// Reads and validates all settings of the launcher.
import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { GivenUrls } from '@chancery/prisma';

export type Settings = {
  /** The port of the admin, which users open in the browser. */
  port: number;
  apiPort: number;
  /** The data folder. */
  home: string;
  databaseUrl: string | undefined;
  logins: GivenUrls | undefined;
  /** Whether to load the demo into an empty register. */
  demo: boolean;
  /** The origin of the admin for browsers, such as https://register.example.org. */
  origin: string;
};

/**
 * Reads the settings from the environment, or returns all setting errors, one line each. Relative paths start at
 * `root`.
 */
export function readSettings(env: NodeJS.ProcessEnv, root: string): { settings: Settings } | { errors: string[] } {
  const errors: string[] = [];
  // An empty setting counts as not set.
  const setting = (name: string) => (env[name] === '' ? undefined : env[name]);
  const port = portOf('PORT', setting('PORT') ?? '3000', errors);
  const apiPort = portOf('API_PORT', setting('API_PORT') ?? '4000', errors);
  if (port === apiPort) errors.push(`PORT and API_PORT are both ${port}. They must differ.`);
  const home = resolve(root, setting('CHANCERY_HOME') ?? '.chancery');
  if (existsSync(home) && !statSync(home).isDirectory()) errors.push(`CHANCERY_HOME must be a folder, not ${home}`);
  const databaseUrl = postgresUrl('DATABASE_URL', setting, errors);
  const logins = loginsOf(setting, databaseUrl, errors);
  const demo = setting('CHANCERY_DEMO') ?? '1';
  if (!['0', '1'].includes(demo)) errors.push(`CHANCERY_DEMO must be 0 or 1, not ${demo}`);
  const origin = originOf(setting('CHANCERY_ADMIN_ORIGIN'), port, errors);
  if (errors.length > 0) return { errors };
  return { settings: { port, apiPort, home, databaseUrl, logins, demo: demo === '1', origin } };
}

type ReadSetting = (name: string) => string | undefined;

function portOf(name: string, text: string, errors: string[]): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port >= 1 && port <= 65_535) return port;
  errors.push(`${name} must be a whole number from 1 to 65535, not ${text}`);
  return Number.NaN;
}

// The error does not contain the URL, which may include a password.
function postgresUrl(name: string, setting: ReadSetting, errors: string[]): string | undefined {
  const text = setting(name);
  if (text === undefined) return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !['postgres:', 'postgresql:'].includes(url.protocol) || url.pathname.length < 2) {
    errors.push(`${name} must look like postgresql://user:password@host:5432/database`);
  }
  return text;
}

function loginsOf(setting: ReadSetting, databaseUrl: string | undefined, errors: string[]): GivenUrls | undefined {
  const name = (login: string) => `DATABASE_URL_${login}`;
  const reader = postgresUrl(name('READER'), setting, errors);
  const desk = postgresUrl(name('DESK'), setting, errors);
  const writer = postgresUrl(name('WRITER'), setting, errors);
  if (reader === undefined && desk === undefined && writer === undefined) return undefined;
  if (databaseUrl === undefined)
    errors.push('DATABASE_URL_READER, DATABASE_URL_DESK and DATABASE_URL_WRITER need DATABASE_URL as well');
  if (reader !== undefined && desk !== undefined && writer !== undefined) return { reader, desk, writer };
  const missing = ['READER', 'DESK', 'WRITER'].map(name).filter((name) => setting(name) === undefined);
  errors.push(
    `Set all three of DATABASE_URL_READER, DATABASE_URL_DESK and DATABASE_URL_WRITER, or none. Missing: ${missing.join(', ')}`,
  );
  return undefined;
}

function originOf(text: string | undefined, port: number, errors: string[]): string {
  if (text === undefined) return `http://localhost:${port}`;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url && ['http:', 'https:'].includes(url.protocol) && url.pathname === '/') return url.origin;
  errors.push(`CHANCERY_ADMIN_ORIGIN must look like https://register.example.org, not ${text}`);
  return text;
}
