/**
 * Where the API is. Read at each call: whoever starts the admin says it, and the API's port may change from one start to
 * the next, so it must not be built in.
 */
export function apiUrl(path: string): URL {
  const { CHANCERY_API_URL = 'http://127.0.0.1:4000' } = process.env;
  return new URL(path, CHANCERY_API_URL);
}
