import { resolve } from 'node:path';
import { z } from 'zod';

/** Every setting of the API, read and judged in one place. The launcher gives them; a bare start needs the addresses. */
export interface Settings {
  readonly port: number;
  /** The data folder. */
  readonly home: string;
  readonly demo: boolean;
  /** Where browsers find the admin: cookies and links belong to it. */
  readonly adminOrigin: string;
  /** One address of the database for each login. */
  readonly urls: { readonly owner: string; readonly reader: string; readonly desk: string; readonly writer: string };
  /** What cookies are signed with, where several processes must agree; else one is made and kept in the data folder. */
  readonly secret: string | undefined;
  readonly production: boolean;
  /** What is logged: fatal, error, warn, info (a line for each operation) or debug. */
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

/** The settings, or every fault in them, a line each. */
export function readSettings(env: NodeJS.ProcessEnv): { settings: Settings } | { problems: string[] } {
  // A setting that is set to nothing is not set.
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
