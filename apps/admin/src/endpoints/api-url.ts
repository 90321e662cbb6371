/**
 * Returns the URL of a path of the API. Reads CHANCERY_API_URL at each call: the API's port may change between starts, so
 * it must not be inlined by the build.
 */
export function apiUrl(path: string): URL {
  const { CHANCERY_API_URL = 'http://127.0.0.1:4000' } = process.env;
  return new URL(path, CHANCERY_API_URL);
}
