import type { DeskClient } from '@chancery/prisma/desk';
import { z } from 'zod';

/** Whether facts of sources that are withheld are shown to everybody, and who has last decided it, when. */
export interface Republishing {
  readonly republishWithheld: boolean;
  readonly by: string | null;
  readonly at: Date | null;
}

// A trigger tells the head of the register of it: the setting's name and the key `republish` are known there too.
const name = 'republishWithheld';
const stored = z.object({ republish: z.boolean(), by: z.string(), at: z.iso.datetime() });

/** Whether what is withheld is shown all the same. */
export async function readRepublishing(desk: DeskClient): Promise<Republishing> {
  const row = await desk.setting.findUnique({ where: { name } });
  if (!row) return { republishWithheld: false, by: null, at: null };
  const { republish, by, at } = stored.parse(row.value);
  return { republishWithheld: republish, by, at: new Date(at) };
}

/** Shows what is withheld, or withholds it again. */
export async function setRepublishing(desk: DeskClient, republish: boolean, by: string): Promise<void> {
  const value = { republish, by, at: new Date().toISOString() };
  await desk.setting.upsert({ where: { name }, create: { name, value }, update: { value } });
}
