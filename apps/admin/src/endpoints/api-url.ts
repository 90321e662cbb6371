/**
 * Returns the URL of a path of the API. Reads CHANCERY_API_URL at each call, so that the build does not inline its
 * value: the port of the API may change between starts.
 */
export function apiUrl(path: string): URL {
  const { CHANCERY_API_URL = 'http://127.0.0.1:4000' } = process.env;
  return new URL(path, CHANCERY_API_URL);
}
