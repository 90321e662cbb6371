import type { DeskClient } from '@chancery/prisma/desk';
import { betterAuth } from 'better-auth';
import { prismaAdapter } from 'better-auth/adapters/prisma';
import type { Logger } from 'pino';

/** Where the sessions of the desk are served. */
export const authPath = '/desk/auth';

/** How sessions are set up. */
export interface AuthOptions {
  readonly desk: DeskClient;
  /** What cookies are signed with. */
  readonly secret: string;
  /** Where browsers find the desk: cookies are of this origin, and requests must come from it. */
  readonly origin: string;
  readonly log: Logger;
}

/** How long a session lasts without use, in seconds, and how often its use is noted. */
const session = { expiresIn: 7 * 24 * 3_600, updateAge: 24 * 3_600 };

/**
 * Sessions by e-mail and password: better-auth with its scrypt, kept in the desk's tables. Nobody signs up: people are
 * hired. A session is looked up for every request, so that a sign-out, a new role or a suspension holds at once.
 */
export function makeAuth({ desk, secret, origin, log }: AuthOptions) {
  return betterAuth({
    appName: 'Chancery',
    baseURL: origin,
    basePath: authPath,
    secret,
    trustedOrigins: [origin],
    database: prismaAdapter(desk, { provider: 'postgresql' }),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 12,
      maxPasswordLength: 128,
      revokeSessionsOnPasswordReset: true,
    },
    session: { ...session, cookieCache: { enabled: false } },
    user: {
      additionalFields: {
        role: { type: 'string', required: true, input: false, defaultValue: 'CONTRIBUTOR' },
        suspended: { type: 'boolean', required: true, input: false, defaultValue: false },
      },
      changeEmail: { enabled: false },
      deleteUser: { enabled: false },
    },
    // Attempts are counted in the database, for every process at once: see sign-in-throttle.ts.
    rateLimit: { enabled: false },
    advanced: {
      useSecureCookies: origin.startsWith('https://'),
      cookiePrefix: 'chancery',
      defaultCookieAttributes: { sameSite: 'lax', httpOnly: true },
    },
    telemetry: { enabled: false },
    logger: {
      level: 'warn',
      log: (level, message, ...details) =>
        log[level === 'error' ? 'error' : 'warn']({ details: details.map(String) }, message),
    },
  });
}

/** The sessions of the desk. */
export type Auth = ReturnType<typeof makeAuth>;
