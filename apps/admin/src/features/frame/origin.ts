import { headers } from 'next/headers';

/** The origin under which the reader sees the register, for addresses that are to be copied. */
export async function origin(): Promise<string> {
  const given = await headers();
  const host = given.get('x-forwarded-host') ?? given.get('host') ?? 'localhost';
  return `${given.get('x-forwarded-proto') ?? 'http'}://${host}`;
}
