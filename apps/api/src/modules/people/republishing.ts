import type { DeskClient } from '@chancery/prisma/desk';
import { z } from 'zod';

/**
 * Whether facts of withheld sources are shown to the public, and who last changed this and when; null if nobody did.
 */
export interface Republishing {
  readonly republishWithheld: boolean;
  readonly by: string | null;
  readonly at: Date | null;
}

// A database trigger copies this setting to ledger.head; it reads the same setting name and the key `republish`.
const name = 'republishWithheld';
const stored = z.object({ republish: z.boolean(), by: z.string(), at: z.iso.datetime() });

/** Reads the setting whether withheld facts are shown to the public; by default they are not. */
export async function readRepublishing(desk: DeskClient): Promise<Republishing> {
  const row = await desk.setting.findUnique({ where: { name } });
  if (!row) return { republishWithheld: false, by: null, at: null };
  const { republish, by, at } = stored.parse(row.value);
  return { republishWithheld: republish, by, at: new Date(at) };
}

/** Sets whether withheld facts are shown to the public. `by` is the id of the user who decides it. */
export async function setRepublishing(desk: DeskClient, republish: boolean, by: string): Promise<void> {
  const value = { republish, by, at: new Date().toISOString() };
  await desk.setting.upsert({ where: { name }, create: { name, value }, update: { value } });
}
