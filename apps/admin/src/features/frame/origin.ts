import { headers } from 'next/headers';

/**
 * Returns the origin of the current request as the reader sees it, for absolute addresses. At the host of
 * CHANCERY_ADMIN_ORIGIN that is this setting, because a proxy may not say which protocol the reader uses.
 */
export async function origin(): Promise<string> {
  const { CHANCERY_ADMIN_ORIGIN = '' } = process.env;
  const requestHeaders = await headers();
  const host = requestHeaders.get('x-forwarded-host') ?? requestHeaders.get('host') ?? 'localhost';
  if (URL.canParse(CHANCERY_ADMIN_ORIGIN) && new URL(CHANCERY_ADMIN_ORIGIN).host === host) return CHANCERY_ADMIN_ORIGIN;
  return `${requestHeaders.get('x-forwarded-proto') ?? 'http'}://${host}`;
}
