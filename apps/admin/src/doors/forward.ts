import { apiUrl } from './api-url.ts';

/** Headers that belong to one connection, not to the request; and those that fetch sets by itself. */
const ofConnection = [
  'connection',
  'keep-alive',
  'transfer-encoding',
  'te',
  'upgrade',
  'expect',
  'host',
  'content-length',
];
/** What fetch has undone already. */
const ofEncoding = ['content-encoding', 'content-length', 'transfer-encoding', 'connection', 'keep-alive'];

/**
 * Hands a request on to the API as it came – method, headers, cookies, body – and its answer back as it streams. Browsers
 * so see one origin, and cookies need no other.
 */
export async function forward(request: Request): Promise<Response> {
  const { pathname, search } = new URL(request.url);
  const headers = new Headers(request.headers);
  for (const name of ofConnection) headers.delete(name);
  headers.set('accept-encoding', 'identity');
  try {
    const answer = await fetch(apiUrl(pathname + search), {
      method: request.method,
      headers,
      redirect: 'manual',
      cache: 'no-store',
      signal: request.signal,
      ...(request.body ? { body: request.body, duplex: 'half' } : {}),
    });
    const back = new Headers(answer.headers);
    for (const name of ofEncoding) back.delete(name);
    return new Response(answer.body, { status: answer.status, headers: back });
  } catch (error) {
    if (request.signal.aborted) return new Response(null, { status: 499 });
    console.error(`The API at ${apiUrl('/').origin} did not answer`, error);
    return unreachable();
  }
}

function unreachable(): Response {
  const message = 'The register cannot be reached at the moment. Try again in a few seconds.';
  return Response.json(
    { errors: [{ message, extensions: { code: 'RETRYABLE' } }] },
    { status: 503, headers: { 'retry-after': '2', 'cache-control': 'no-store' } },
  );
}
