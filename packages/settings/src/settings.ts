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

/** The schema of the address of a mail server. Its error message does not contain the address, which may include a password. */
const smtpUrl = z.string().refine(
  (text) => {
    const url = URL.canParse(text) ? new URL(text) : undefined;
    return url !== undefined && ['smtp:', 'smtps:'].includes(url.protocol) && url.hostname !== '';
  },
  { error: 'must look like smtps://user:password@mail.example.org or smtp://mail.example.org:587' },
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

const listenAddress = z.union([z.ipv4(), z.ipv6()], {
  error: ({ input }) => `must be an IP address, such as 127.0.0.1 or 0.0.0.0, not ${input}`,
});

const network = z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()]);
/** Takes a list with commas and outputs an array. */
const networks = z
  .string()
  .transform((text) => text.split(',').map((part) => part.trim()))
  .refine((parts) => parts.every((part) => network.safeParse(part).success), {
    error: ({ input }) => `must list IP addresses or CIDRs with commas, such as 10.0.0.5,fd00::/8, not ${input}`,
  });

/** Returns the schema of a limit from `min`, or 0 for no limit. It takes text and outputs a number. */
function limitSchema(min: number) {
  const isLimit = (text: string) => /^\d{1,9}$/.test(text) && (Number(text) === 0 || Number(text) >= min);
  return z
    .string()
    .refine(isLimit, { error: ({ input }) => `must be 0 (no limit) or a whole number from ${min}, not ${input}` })
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
  HOST: listenAddress
    .default('127.0.0.1')
    .describe(
      'IP address on which the admin listens. 127.0.0.1 admits this machine only; 0.0.0.0 opens it to other machines.',
    ),
  API_HOST: listenAddress
    .default('127.0.0.1')
    .describe('IP address on which the API listens. The admin must be able to reach it.'),
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
  CHANCERY_TRUSTED_PROXIES: networks
    .optional()
    .describe(
      'Addresses of your proxies: IP addresses or CIDRs with commas, such as 10.0.0.5,fd00::/8. Only they may state the address, host and protocol of a client in X-Forwarded-For, -Host and -Proto.',
    ),
  CHANCERY_ADMIN_KEY: z
    .string()
    .regex(/^[\x21-\x7e]{32,}$/, 'must have at least 32 characters, without spaces')
    .optional()
    .meta({
      description:
        'Key by which the API recognizes the admin, at least 32 characters. Set it if you start them separately, to the same value for both.',
      whenUnset: 'created at each start',
    }),
  CHANCERY_RATE_REQUESTS: limitSchema(60)
    .default(6000)
    .describe('Requests to the API that one network address may make per minute; 0 for no limit.'),
  CHANCERY_RATE_POINTS: limitSchema(12_000)
    .default(60_000)
    .describe('Points that the operations of one network address may cost per minute; 0 for no limit.'),
  CHANCERY_RATE_PAGES: limitSchema(60)
    .default(600)
    .describe('Pages of the admin that one network address may open per minute; 0 for no limit.'),
  CHANCERY_RATE_CONCURRENT: limitSchema(1)
    .default(4)
    .describe('Requests of one network address in progress at the same time; further ones wait. 0 for no limit.'),
  CHANCERY_SMTP_URL: smtpUrl
    .optional()
    .describe(
      'Mail server that sends invitations and links to set a password, such as smtps://user:password@mail.example.org. Without it, the desk shows the links to admins.',
    ),
  CHANCERY_MAIL_FROM: z
    .string()
    .regex(/^[^\r\n]*[^\s@]+@[^\s@]+$/, 'must contain an e-mail address, such as Chancery <register@example.org>')
    .optional()
    .meta({
      description: 'Sender of the mails, such as Chancery <register@example.org>.',
      whenUnset: 'chancery@ and the host of CHANCERY_ADMIN_ORIGIN',
    }),
  CHANCERY_LOG: z
    .enum(logLevels, { error: ({ input }) => `must be fatal, error, warn, info or debug, not ${input}` })
    .default('warn')
    .describe('Log level: fatal, error, warn, info (one JSON line for each operation and audit entry) or debug.'),
});
