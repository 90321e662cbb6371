import type { DeskClient } from '@chancery/prisma/desk';

const name = 'secondFactorForAdmins';

/** Reads the setting whether admins need a second factor for what only admins may do; by default they do not. */
export async function readSecondFactorRequired(desk: DeskClient): Promise<boolean> {
  const row = await desk.setting.findUnique({ where: { name } });
  return row?.value === true;
}

/** Sets whether admins need a second factor for what only admins may do. Applies to their next requests. */
export async function setSecondFactorRequired(desk: DeskClient, required: boolean): Promise<void> {
  await desk.setting.upsert({ where: { name }, create: { name, value: required }, update: { value: required } });
}
