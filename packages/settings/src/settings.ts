import { z } from 'zod';

const examplePostgres = 'postgresql://user:password@host:5432/database';

/** Returns the schema of a port from `min` to 65535. It takes text and outputs a number. */
export function portSchema(min: 0 | 1) {
  const isPort = (text: string) => /^\d+$/.test(text) && Number(text) >= min && Number(text) <= 65_535;
  return z
    .string()
    .refine(isPort, { error: ({ input }) => `must be a whole number from ${min} to 65535, not ${input}` })
    .transform(Number);
}

/**
 * The schema of the URL of a Postgres database. Its error message does not contain the URL, which may include a
 * password.
 */
export const postgresUrl = z.string(`must look like ${examplePostgres}`).refine(
  (text) => {
    const url = URL.canParse(text) ? new URL(text) : undefined;
    return url !== undefined && ['postgres:', 'postgresql:'].includes(url.protocol) && url.pathname.length > 1;
  },
  { error: `must look like ${examplePostgres}` },
);

const origin = z
  .string()
  .refine(
    (text) => {
      const url = URL.canParse(text) ? new URL(text) : undefined;
      return url !== undefined && ['http:', 'https:'].includes(url.protocol) && url.pathname === '/';
    },
    { error: ({ input }) => `must look like https://register.example.org, not ${input}` },
  )
  .transform((text) => new URL(text).origin);

/** Returns the schema of a whole number from `min` to `max`. It takes text and outputs a number. */
function wholeNumber(min: number, max: number) {
  return z
    .string()
    .refine((text) => /^\d{1,9}$/.test(text) && Number(text) >= min && Number(text) <= max, {
      error: ({ input }) => `must be a whole number from ${min} to ${max}, not ${input}`,
    })
    .transform(Number);
}

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug'] as const;

/**
 * The settings that an operator can give as environment variables, with format, default and meaning. The launcher and
 * the API each read the settings that they need. `.env.example` and the table in docs/operating.md repeat defaults and
 * meanings; a test compares them. `whenUnset` describes a default that is computed.
 */
export const settings = z.object({
  PORT: portSchema(1)
    .default(3000)
    .describe('Port of the admin, which serves the public pages and the desk. Open this port in the browser.'),
  API_PORT: portSchema(1)
    .default(4000)
    .describe('Port of the API. The admin forwards /graphql, /desk/graphql and /measures to it.'),
  CHANCERY_HOME: z
    .string()
    .default('.chancery')
    .describe(
      'Data folder: the private Postgres, passwords, sign-ins of the demo. A relative path starts at the project folder.',
    ),
  CHANCERY_DEMO: z
    .enum(['0', '1'], { error: ({ input }) => `must be 0 or 1, not ${input}` })
    .default('1')
    .describe(
      '1 fills an empty register with the demo; 0 starts empty and prints a one-time link to create the first admin.',
    ),
  DATABASE_URL: postgresUrl
    .optional()
    .describe(`A Postgres of your own (15 or later) instead of the private one: ${examplePostgres}`),
  DATABASE_URL_READER: postgresUrl
    .optional()
    .describe(
      'Login that can only read the register. Set all three logins if the role of DATABASE_URL may not create them.',
    ),
  DATABASE_URL_DESK: postgresUrl
    .optional()
    .describe('Login that writes the data of the desk: users, sessions, drafts.'),
  DATABASE_URL_WRITER: postgresUrl.optional().describe('Login that the ledger uses to write the register.'),
  CHANCERY_ADMIN_ORIGIN: origin.optional().meta({
    description:
      'Address at which browsers reach the admin, used for cookies and links. Behind a proxy, set its public address, such as https://register.example.org.',
    whenUnset: 'http://localhost:PORT',
  }),
  CHANCERY_SECRET: z.string().min(32, 'must have at least 32 characters').optional().meta({
    description: 'Secret that signs cookies, at least 32 characters. Set it if several API processes share sessions.',
    whenUnset: 'created in the data folder',
  }),
  CHANCERY_BACKUP_DIR: z.string().optional().meta({
    description:
      'Folder for scheduled backups and for those before an upgrade, on another disk than the data. Use a folder of its own for each installation. A relative path starts at the project folder.',
    whenUnset: 'no backups are written',
  }),
  CHANCERY_BACKUP_EVERY: wholeNumber(1, 744).default(24).describe('Hours from one scheduled backup to the next.'),
  CHANCERY_BACKUP_KEEP: wholeNumber(1, 10_000)
    .default(14)
    .describe('Number of backups to keep in CHANCERY_BACKUP_DIR. Older ones are deleted after a new one is complete.'),
  CHANCERY_BACKUP_PASSPHRASE: z
    .string()
    .min(12, 'must have at least 12 characters')
    .optional()
    .describe(
      'Passphrase that encrypts backups and decrypts them for a restore. Without it, backups are not encrypted.',
    ),
  CHANCERY_LOG: z
    .enum(logLevels, { error: ({ input }) => `must be fatal, error, warn, info or debug, not ${input}` })
    .default('warn')
    .describe('Log level: fatal, error, warn, info (one JSON line for each operation) or debug.'),
});
