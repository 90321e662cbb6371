import { randomInt } from 'node:crypto';
import type { DeskClient } from '@chancery/prisma/desk';

/** The number of recovery codes of a user. Each replaces the authenticator app once. */
const recoveryCodeCount = 10;

// Without characters that look alike.
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789';

/** Returns new recovery codes, such as `k3vt-9xwm-b7qd`, each with almost 60 bits of entropy. */
export function newRecoveryCodes(): string[] {
  const group = () => Array.from({ length: 4 }, () => alphabet[randomInt(alphabet.length)]).join('');
  return Array.from({ length: recoveryCodeCount }, () => [group(), group(), group()].join('-'));
}

/** A code of the authenticator app, or a recovery code, in the form in which it is compared. */
export type SecondFactorCode = { readonly kind: 'TOTP' | 'RECOVERY_CODE'; readonly code: string };

/** Reads a code as a person types it. Six digits are a code of the app; anything else counts as a recovery code. */
export function readCode(text: string): SecondFactorCode {
  const code = text.replaceAll(/\s/g, '').toLowerCase();
  return { kind: /^\d{6}$/.test(code) ? 'TOTP' : 'RECOVERY_CODE', code };
}

/** For how long a code of the app could be right: its own 30 seconds, and those before and after. With a margin. */
const secondsOfCode = 120;

/**
 * Claims a code of the authenticator app for one use, across all processes. Returns false if the user has given the same
 * code within its time, right or wrong: a code that somebody has seen cannot be used again (RFC 6238, section 5.2).
 */
export async function claimCode(desk: DeskClient, userId: string, code: string): Promise<boolean> {
  const claimed = await desk.$executeRaw`
    INSERT INTO desk.verification AS v (id, identifier, value, expires_at)
    VALUES (${`used-code ${userId} ${code}`}, ${`used-code ${userId}`}, '', now() + make_interval(secs => ${secondsOfCode}))
    ON CONFLICT (id) DO UPDATE SET expires_at = EXCLUDED.expires_at WHERE v.expires_at < now()`;
  return claimed > 0;
}
