import { createHash, randomBytes } from 'node:crypto';
import type { DeskClient } from '@chancery/prisma/desk';
import { z } from 'zod';
import { limits } from '../limits/limits.ts';

/** What a link is for: the first password of a user who was added, or another password. */
export type LinkPurpose = 'INVITATION' | 'RESET';

/** A link for setting the password of one user. It works once, for anybody who has it. */
export interface PasswordLink {
  readonly url: string;
  readonly expiresAt: Date;
}

const storedPurpose = z.enum(['INVITATION', 'RESET'] satisfies LinkPurpose[]);

const digestOf = (token: string) => createHash('sha256').update(token).digest('hex');

/**
 * Creates a link for a user; earlier links of the user stop working. Stores only the digest of its token. The token is in
 * the fragment of the address, which browsers do not send and servers and proxies therefore do not log.
 */
export async function createPasswordLink(
  desk: DeskClient,
  { userId, purpose, origin }: { userId: string; purpose: LinkPurpose; origin: string },
): Promise<PasswordLink> {
  const token = randomBytes(24).toString('base64url');
  const expiresAt = new Date(Date.now() + limits.passwordLinks[purpose] * 1_000);
  const link = { digest: digestOf(token), purpose, expiresAt };
  await desk.passwordLink.upsert({ where: { userId }, create: { userId, ...link }, update: link });
  return { url: `${origin}/set-password#${token}`, expiresAt };
}

/** Returns the user and the purpose of a link that works; `undefined` if it is wrong, used, replaced or expired. */
export async function findPasswordLink(
  desk: DeskClient,
  token: string,
): Promise<{ readonly userId: string; readonly purpose: LinkPurpose } | undefined> {
  const row = await desk.passwordLink.findUnique({ where: { digest: digestOf(token), user: { suspended: false } } });
  if (!row || row.expiresAt <= new Date()) return undefined;
  return { userId: row.userId, purpose: storedPurpose.parse(row.purpose) };
}

/**
 * Makes a link stop working. Returns false if it did not work any more: of concurrent calls, one returns true. Call it in
 * the transaction that sets the password.
 */
export async function usePasswordLink(desk: DeskClient, token: string): Promise<boolean> {
  const { count } = await desk.passwordLink.deleteMany({
    where: { digest: digestOf(token), expiresAt: { gt: new Date() }, user: { suspended: false } },
  });
  return count > 0;
}
