import { resolve } from 'node:path';
import { z } from 'zod';

/**
 * The settings of the API, read and validated in one place. The launcher sets the environment variables; when the API is
 * started without it, the four database URLs are required.
 */
export interface Settings {
  readonly port: number;
  /** The data folder. */
  readonly home: string;
  readonly demo: boolean;
  /** The origin at which browsers reach the admin; cookies and links use it. */
  readonly adminOrigin: string;
  /** One database URL for each login. */
  readonly urls: { readonly owner: string; readonly reader: string; readonly desk: string; readonly writer: string };
  /** The secret that signs cookies. Needed when several processes share sessions; otherwise one is stored in the data folder. */
  readonly secret: string | undefined;
  readonly production: boolean;
  /** The log level: fatal, error, warn, info (adds a line for each operation) or debug. */
  readonly logLevel: string;
}

const address = z.string().regex(/^postgres(ql)?:\/\//, 'must look like postgresql://user:password@host:5432/database');

const schema = z.object({
  API_PORT: z.coerce.number('must be a whole number from 0 to 65535').int().min(0).max(65_535).default(4000),
  CHANCERY_HOME: z.string().default('.chancery'),
  CHANCERY_DEMO: z.enum(['0', '1'], 'must be 0 or 1').default('1'),
  CHANCERY_ADMIN_ORIGIN: z.url('must look like https://register.example.org').default('http://localhost:3000'),
  CHANCERY_URL_OWNER: address,
  CHANCERY_URL_READER: address,
  CHANCERY_URL_DESK: address,
  CHANCERY_URL_WRITER: address,
  CHANCERY_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
  CHANCERY_LOG: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug'], 'must be fatal, error, warn, info or debug')
    .default('warn'),
  NODE_ENV: z.string().default('production'),
});

/** Reads the settings from environment variables. Returns either the settings or all setting errors, one line each. */
export function readSettings(env: NodeJS.ProcessEnv): { settings: Settings } | { problems: string[] } {
  // Treat an empty variable as not set.
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const read = schema.safeParse(given);
  if (!read.success) return { problems: read.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`) };
  const { data } = read;
  return {
    settings: {
      port: data.API_PORT,
      home: resolve(data.CHANCERY_HOME),
      demo: data.CHANCERY_DEMO === '1',
      adminOrigin: new URL(data.CHANCERY_ADMIN_ORIGIN).origin,
      urls: {
        owner: data.CHANCERY_URL_OWNER,
        reader: data.CHANCERY_URL_READER,
        desk: data.CHANCERY_URL_DESK,
        writer: data.CHANCERY_URL_WRITER,
      },
      secret: data.CHANCERY_SECRET,
      production: data.NODE_ENV === 'production',
      logLevel: data.CHANCERY_LOG,
    },
  };
}
