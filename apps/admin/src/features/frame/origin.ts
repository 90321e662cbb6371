import { headers } from 'next/headers';

/** Returns the origin of the current request as the reader sees it, for absolute addresses. */
export async function origin(): Promise<string> {
  const requestHeaders = await headers();
  const host = requestHeaders.get('x-forwarded-host') ?? requestHeaders.get('host') ?? 'localhost';
  return `${requestHeaders.get('x-forwarded-proto') ?? 'http'}://${host}`;
}
