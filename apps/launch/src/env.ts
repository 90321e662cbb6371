// Reads and validates all settings of the launcher.
import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { GivenUrls } from '@chancery/prisma';
import { readEnvironment, settings } from '@chancery/settings';
import type { z } from 'zod';

/** The settings of backups. */
export type BackupSettings = {
  /** The folder of scheduled backups, as an absolute path; undefined to write none. */
  folder: string | undefined;
  /** The hours from one scheduled backup to the next. */
  every: number;
  /** The number of scheduled backups to keep. */
  keep: number;
  passphrase: string | undefined;
};

/** The settings of the launcher, validated and with their defaults. */
export type Settings = {
  /** The port of the admin, which people open in the browser. */
  port: number;
  apiPort: number;
  /** The IP addresses on which the admin and the API listen. */
  host: string;
  apiHost: string;
  /** The key by which the API recognizes the admin; undefined to make one at each start. */
  adminKey: string | undefined;
  /** The data folder, as an absolute path. */
  home: string;
  /** The URL of the operator's own Postgres; undefined for the private one. */
  databaseUrl: string | undefined;
  /** The URLs of the three logins; undefined if the operator has set none. */
  logins: GivenUrls | undefined;
  /** Whether to load the demo into an empty register. */
  demo: boolean;
  backups: BackupSettings;
  /** The origin of the admin for browsers, such as https://register.example.org. */
  origin: string;
};

const launcherSettings = settings.omit({
  CHANCERY_SECRET: true,
  CHANCERY_LOG: true,
  CHANCERY_SMTP_URL: true,
  CHANCERY_MAIL_FROM: true,
});
type Values = z.output<typeof launcherSettings>;

/**
 * Reads the settings from the environment. Returns all setting errors, one line each, if there are any. Relative paths
 * are resolved against `root`.
 */
export function readSettings(
  env: NodeJS.ProcessEnv,
  root: string,
): { settings: Settings } | { errors: readonly string[] } {
  const schema = launcherSettings.superRefine(
    (values, { addIssue }) => {
      for (const message of [...portErrors(values), ...homeErrors(values, root), ...loginErrors(values)])
        addIssue({ code: 'custom', message });
    },
    // Also runs if a single setting is invalid, so that all errors are reported at once.
    { when: () => true },
  );
  const read = readEnvironment(schema, env);
  if ('errors' in read) return read;
  const { data } = read;
  return {
    settings: {
      port: data.PORT,
      apiPort: data.API_PORT,
      host: data.HOST,
      apiHost: data.API_HOST,
      adminKey: data.CHANCERY_ADMIN_KEY,
      home: resolve(root, data.CHANCERY_HOME),
      databaseUrl: data.DATABASE_URL,
      logins: loginsOf(data),
      demo: data.CHANCERY_DEMO === '1',
      backups: {
        folder: data.CHANCERY_BACKUP_DIR === undefined ? undefined : resolve(root, data.CHANCERY_BACKUP_DIR),
        every: data.CHANCERY_BACKUP_EVERY,
        keep: data.CHANCERY_BACKUP_KEEP,
        passphrase: data.CHANCERY_BACKUP_PASSPHRASE,
      },
      origin: data.CHANCERY_ADMIN_ORIGIN ?? `http://localhost:${data.PORT}`,
    },
  };
}

function portErrors({ PORT, API_PORT }: Values): string[] {
  return Number.isInteger(PORT) && PORT === API_PORT ? [`PORT and API_PORT are both ${PORT}. They must differ.`] : [];
}

function homeErrors({ CHANCERY_HOME }: Values, root: string): string[] {
  const home = resolve(root, CHANCERY_HOME);
  return existsSync(home) && !statSync(home).isDirectory() ? [`CHANCERY_HOME must be a folder, not ${home}`] : [];
}

function loginErrors(values: Values): string[] {
  const names = ['DATABASE_URL_READER', 'DATABASE_URL_DESK', 'DATABASE_URL_WRITER'] as const;
  const missing = names.filter((name) => values[name] === undefined);
  if (missing.length === names.length) return [];
  const errors: string[] = [];
  if (values.DATABASE_URL === undefined)
    errors.push('Set DATABASE_URL as well, or none of DATABASE_URL_READER, DATABASE_URL_DESK and DATABASE_URL_WRITER.');
  if (missing.length > 0)
    errors.push(
      `Set all three of DATABASE_URL_READER, DATABASE_URL_DESK and DATABASE_URL_WRITER, or none. Missing: ${missing.join(', ')}`,
    );
  return errors;
}

function loginsOf(values: Values): GivenUrls | undefined {
  const { DATABASE_URL_READER: reader, DATABASE_URL_DESK: desk, DATABASE_URL_WRITER: writer } = values;
  if (reader === undefined || desk === undefined || writer === undefined) return undefined;
  return { reader, desk, writer };
}
