import type { DeskClient } from '@chancery/prisma/desk';
import { betterAuth } from 'better-auth';
import { prismaAdapter } from 'better-auth/adapters/prisma';
import { APIError } from 'better-auth/api';
import { twoFactor } from 'better-auth/plugins/two-factor';
import type { Logger } from 'pino';
import { newRecoveryCodes } from './second-factor-codes.ts';
import { readSecondFactorRequired } from './second-factor-setting.ts';

/** The minimum and maximum number of characters of a password. */
export const passwordLength = { min: 12, max: 128 } as const;

/** The path prefix of the routes for sign-in, sessions, passwords and second factors. */
export const authPath = '/desk/auth';

/** The code with which better-auth answers a sign-in with the right password of a suspended account. */
export const suspendedCode = 'ACCOUNT_SUSPENDED';

/** Options of the session service. */
export interface AuthOptions {
  readonly desk: DeskClient;
  /** The secret that signs cookies. */
  readonly secret: string;
  /** The origin of the desk: cookies are set for it, and browser requests must come from it. */
  readonly origin: string;
  readonly log: Logger;
}

/** How long an unused session lasts, and how often its last use is stored; both in seconds. */
const session = { expiresIn: 7 * 24 * 3_600, updateAge: 24 * 3_600 };

/**
 * Creates the session service with better-auth. Users sign in with an e-mail address and a password (hashed with
 * scrypt); sessions are stored in the desk's tables. There is no sign-up: administrators create users. The session is
 * looked up on every request, so that signing out, a changed role and a suspension take effect at once. The second factor
 * is a code of an authenticator app (TOTP, RFC 6238).
 */
export function makeAuth({ desk, secret, origin, log }: AuthOptions) {
  const auth = betterAuth({
    appName: 'Chancery',
    baseURL: origin,
    basePath: authPath,
    secret,
    trustedOrigins: [origin],
    database: prismaAdapter(desk, { provider: 'postgresql' }),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: passwordLength.min,
      maxPasswordLength: passwordLength.max,
      revokeSessionsOnPasswordReset: true,
    },
    session: { ...session, cookieCache: { enabled: false } },
    databaseHooks: {
      session: {
        create: {
          // After the check of the password. A trigger refuses the session too, if the user is suspended meanwhile.
          before: async ({ userId }) => {
            const user = await desk.user.findUnique({ where: { id: userId }, select: { suspended: true } });
            if (user?.suspended)
              throw new APIError('FORBIDDEN', { code: suspendedCode, message: 'The account is suspended' });
          },
        },
      },
    },
    user: {
      additionalFields: {
        role: { type: 'string', required: true, input: false, defaultValue: 'CONTRIBUTOR' },
        suspended: { type: 'boolean', required: true, input: false, defaultValue: false },
      },
      changeEmail: { enabled: false },
      deleteUser: { enabled: false },
    },
    plugins: [
      twoFactor({
        issuer: 'Chancery',
        backupCodeOptions: { storeBackupCodes: 'encrypted', customBackupCodesGenerate: newRecoveryCodes },
        // Delays take the place of a lock: see sign-in-throttle.ts.
        accountLockout: { enabled: false },
      }),
    ],
    // Failures are counted in the database, across all processes: see sign-in-throttle.ts.
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
  return Object.assign(auth, {
    /** Returns true if admins need a second factor for what only admins may do. */
    isSecondFactorRequired: () => readSecondFactorRequired(desk),
  });
}

/** The session service of the desk. */
export type Auth = ReturnType<typeof makeAuth>;
