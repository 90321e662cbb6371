import { securityHeaders } from '@chancery/edge';
import { apiUrl } from './api-url.ts';
import { clientHeaders } from './client-headers.ts';
import { texts } from './texts.ts';

/** Request headers that belong to the connection to this server, or that `fetch` sets itself. */
const requestHeadersToDrop = [
  'connection',
  'keep-alive',
  'transfer-encoding',
  'te',
  'upgrade',
  'expect',
  'host',
  'content-length',
];
/** Response headers that no longer apply once `fetch` has decoded the body, or that this server sets itself. */
const responseHeadersToDrop = [
  ...['content-encoding', 'content-length', 'transfer-encoding', 'connection', 'keep-alive'],
  ...Object.keys(securityHeaders('https://')),
];

/**
 * Forwards a request to the API with its method, headers, cookies and body, and streams the response back. This way
 * browsers see one origin for pages and API, and cookies work without cross-origin settings. Responds with status 503
 * if the API does not answer, and with 499 if the client has aborted the request.
 */
export async function forward(request: Request): Promise<Response> {
  const { pathname, search } = new URL(request.url);
  const headers = new Headers(request.headers);
  for (const name of requestHeadersToDrop) headers.delete(name);
  headers.set('accept-encoding', 'identity');
  for (const [name, value] of Object.entries(clientHeaders(request.headers))) headers.set(name, value);
  try {
    const response = await fetch(apiUrl(pathname + search), {
      method: request.method,
      headers,
      redirect: 'manual',
      cache: 'no-store',
      signal: request.signal,
      ...(request.body ? { body: request.body, duplex: 'half' } : {}),
    });
    const responseHeaders = new Headers(response.headers);
    for (const name of responseHeadersToDrop) responseHeaders.delete(name);
    return new Response(response.body, { status: response.status, headers: responseHeaders });
  } catch (error) {
    if (request.signal.aborted) return new Response(null, { status: 499 });
    console.error(
      `The API at ${apiUrl('/').origin} did not answer. Check that it is running and that CHANCERY_API_URL is its address.`,
      error,
    );
    return unreachable();
  }
}

function unreachable(): Response {
  return Response.json(
    { errors: [{ message: texts.apiUnreachable, extensions: { code: 'RETRYABLE' } }] },
    { status: 503, headers: { 'retry-after': '2', 'cache-control': 'no-store' } },
  );
}
