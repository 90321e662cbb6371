import type { DeskClient } from '@chancery/prisma/desk';

// The ledger reads the same setting, by this name, when it checks an approval.
const name = 'solo';

/** Reads the setting whether people may approve their own changesets; by default they may not. */
export async function readSolo(desk: DeskClient): Promise<boolean> {
  const row = await desk.setting.findUnique({ where: { name } });
  return row?.value === true;
}

/** Sets whether people may approve their own changesets. */
export async function setSolo(desk: DeskClient, solo: boolean): Promise<void> {
  await desk.setting.upsert({ where: { name }, create: { name, value: solo }, update: { value: solo } });
}
