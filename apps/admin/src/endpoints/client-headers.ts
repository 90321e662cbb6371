import { adminKeyHeader } from '@chancery/edge';

/**
 * Returns the headers that tell the API for which client this server sends a request, given the headers of the client's
 * own request. The API believes the address only with the key, which it shares with this server. Reads the key at each
 * call, so that the build does not inline its value.
 */
export function clientHeaders(incoming: Headers): Record<string, string> {
  const { CHANCERY_ADMIN_KEY } = process.env;
  const address = incoming.get('x-forwarded-for');
  return {
    ...(address ? { 'x-forwarded-for': address } : {}),
    ...(CHANCERY_ADMIN_KEY ? { [adminKeyHeader]: CHANCERY_ADMIN_KEY } : {}),
  };
}
