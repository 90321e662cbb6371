// Every setting that Chancery is started with, read and judged in one place.
import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { GivenUrls } from '@chancery/prisma';

export type Settings = {
  /** The port of the admin, which is what people open. */
  port: number;
  apiPort: number;
  /** The data folder. */
  home: string;
  databaseUrl: string | undefined;
  logins: GivenUrls | undefined;
  /** Whether an empty register is filled with the demo. */
  demo: boolean;
  /** Where browsers find the admin. */
  origin: string;
};

/** The settings, or every fault in them, a line each. Relative paths are of the folder `root`. */
export function readSettings(env: NodeJS.ProcessEnv, root: string): { settings: Settings } | { faults: string[] } {
  const faults: string[] = [];
  // A setting that is set to nothing is not set.
  const given = (name: string) => (env[name] === '' ? undefined : env[name]);
  const port = portOf('PORT', given('PORT') ?? '3000', faults);
  const apiPort = portOf('API_PORT', given('API_PORT') ?? '4000', faults);
  if (port === apiPort) faults.push(`PORT and API_PORT are both ${port}: they must differ`);
  const home = resolve(root, given('CHANCERY_HOME') ?? '.chancery');
  if (existsSync(home) && !statSync(home).isDirectory()) faults.push(`CHANCERY_HOME is ${home}, which is not a folder`);
  const databaseUrl = postgresUrl('DATABASE_URL', given, faults);
  const logins = loginsOf(given, databaseUrl, faults);
  const demo = given('CHANCERY_DEMO') ?? '1';
  if (!['0', '1'].includes(demo)) faults.push(`CHANCERY_DEMO must be 0 or 1, not ${demo}`);
  const origin = originOf(given('CHANCERY_ADMIN_ORIGIN'), port, faults);
  if (faults.length > 0) return { faults };
  return { settings: { port, apiPort, home, databaseUrl, logins, demo: demo === '1', origin } };
}

type Given = (name: string) => string | undefined;

function portOf(name: string, text: string, faults: string[]): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port >= 1 && port <= 65_535) return port;
  faults.push(`${name} must be a whole number from 1 to 65535, not ${text}`);
  return Number.NaN;
}

// The address itself is never shown: it may hold a password.
function postgresUrl(name: string, given: Given, faults: string[]): string | undefined {
  const text = given(name);
  if (text === undefined) return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !['postgres:', 'postgresql:'].includes(url.protocol) || url.pathname.length < 2) {
    faults.push(`${name} must look like postgresql://user:password@host:5432/database`);
  }
  return text;
}

function loginsOf(given: Given, databaseUrl: string | undefined, faults: string[]): GivenUrls | undefined {
  const name = (login: string) => `DATABASE_URL_${login}`;
  const reader = postgresUrl(name('READER'), given, faults);
  const desk = postgresUrl(name('DESK'), given, faults);
  const writer = postgresUrl(name('WRITER'), given, faults);
  if (reader === undefined && desk === undefined && writer === undefined) return undefined;
  if (databaseUrl === undefined) faults.push('DATABASE_URL_READER, _DESK and _WRITER need DATABASE_URL beside them');
  if (reader !== undefined && desk !== undefined && writer !== undefined) return { reader, desk, writer };
  const missing = ['READER', 'DESK', 'WRITER'].map(name).filter((each) => given(each) === undefined);
  faults.push(`The three logins are set together or not at all: ${missing.join(' and ')} is missing`);
  return undefined;
}

function originOf(text: string | undefined, port: number, faults: string[]): string {
  if (text === undefined) return `http://localhost:${port}`;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url && ['http:', 'https:'].includes(url.protocol) && url.pathname === '/') return url.origin;
  faults.push(`CHANCERY_ADMIN_ORIGIN must look like https://register.example.org, not ${text}`);
  return text;
}
