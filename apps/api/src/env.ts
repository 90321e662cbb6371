import { resolve } from 'node:path';
import type { TrustedSenders } from '@chancery/edge';
import { portSchema, postgresUrl, readEnvironment, settings } from '@chancery/settings';
import { z } from 'zod';
import type { ClientRates } from './limits/client-quotas.ts';
import type { MailSettings } from './mail/mailer.ts';

/**
 * The settings of the API, read from environment variables and validated. The launcher sets the four database URLs; an
 * API that is started without the launcher needs them in its environment.
 */
export interface Settings {
  readonly port: number;
  /** The IP address on which the API listens. */
  readonly host: string;
  /** Who may state the address of a client. */
  readonly senders: TrustedSenders;
  /** The limits of each network address; 0 for no limit. */
  readonly rates: ClientRates;
  /** The absolute path of the data folder. */
  readonly home: string;
  readonly demo: boolean;
  /** The origin at which browsers reach the admin; cookies and links use it. */
  readonly adminOrigin: string;
  /** One database URL for each login. */
  readonly urls: { readonly owner: string; readonly reader: string; readonly desk: string; readonly writer: string };
  /**
   * The secret that signs cookies; `undefined` to use the one in the data folder. Processes with different data folders
   * need the same secret to share sessions.
   */
  readonly secret: string | undefined;
  /** The folder of scheduled backups; `undefined` if there are none. Their age is a metric. */
  readonly backupFolder?: string | undefined;
  /** The mail server; `undefined` if links are shown to admins instead of being sent. */
  readonly mail: MailSettings | undefined;
  readonly production: boolean;
  /** True when the launcher starts this process in place of one that has died: the database is prepared already. */
  readonly isRestart: boolean;
  /** The log level: fatal, error, warn, info (adds a line for each operation) or debug. */
  readonly logLevel: string;
}

const schema = settings
  .pick({
    PORT: true,
    API_HOST: true,
    CHANCERY_TRUSTED_PROXIES: true,
    CHANCERY_ADMIN_KEY: true,
    CHANCERY_RATE_REQUESTS: true,
    CHANCERY_RATE_POINTS: true,
    CHANCERY_RATE_CONCURRENT: true,
    CHANCERY_HOME: true,
    CHANCERY_DEMO: true,
    CHANCERY_ADMIN_ORIGIN: true,
    CHANCERY_SECRET: true,
    CHANCERY_BACKUP_DIR: true,
    CHANCERY_SMTP_URL: true,
    CHANCERY_MAIL_FROM: true,
    CHANCERY_LOG: true,
  })
  .extend({
    // With 0 the system chooses a free port.
    API_PORT: portSchema(0).default(settings.shape.API_PORT.def.defaultValue),
    // Set by the launcher, from DATABASE_URL, DATABASE_URL_READER, _DESK and _WRITER or for the private Postgres.
    CHANCERY_URL_OWNER: postgresUrl,
    CHANCERY_URL_READER: postgresUrl,
    CHANCERY_URL_DESK: postgresUrl,
    CHANCERY_URL_WRITER: postgresUrl,
    NODE_ENV: z.string().default('production'),
    CHANCERY_RESTART: z.enum(['0', '1']).default('0'),
  });

/** Reads the settings from environment variables. Returns either the settings or all setting errors, one line each. */
export function readSettings(env: NodeJS.ProcessEnv): { settings: Settings } | { errors: readonly string[] } {
  const read = readEnvironment(schema, env);
  if ('errors' in read) return read;
  const { data } = read;
  const adminOrigin = data.CHANCERY_ADMIN_ORIGIN ?? `http://localhost:${data.PORT}`;
  return {
    settings: {
      port: data.API_PORT,
      host: data.API_HOST,
      senders: { trustedProxies: data.CHANCERY_TRUSTED_PROXIES ?? [], adminKey: data.CHANCERY_ADMIN_KEY },
      rates: {
        requests: data.CHANCERY_RATE_REQUESTS,
        points: data.CHANCERY_RATE_POINTS,
        concurrent: data.CHANCERY_RATE_CONCURRENT,
      },
      home: resolve(data.CHANCERY_HOME),
      demo: data.CHANCERY_DEMO === '1',
      adminOrigin,
      urls: {
        owner: data.CHANCERY_URL_OWNER,
        reader: data.CHANCERY_URL_READER,
        desk: data.CHANCERY_URL_DESK,
        writer: data.CHANCERY_URL_WRITER,
      },
      secret: data.CHANCERY_SECRET,
      backupFolder: data.CHANCERY_BACKUP_DIR,
      mail:
        data.CHANCERY_SMTP_URL === undefined
          ? undefined
          : {
              url: data.CHANCERY_SMTP_URL,
              from: data.CHANCERY_MAIL_FROM ?? `Chancery <chancery@${new URL(adminOrigin).hostname}>`,
            },
      production: data.NODE_ENV === 'production',
      isRestart: data.CHANCERY_RESTART === '1',
      logLevel: data.CHANCERY_LOG,
    },
  };
}
