import { isPagePath } from './page-paths.ts';
import { texts } from './texts.ts';

/** The methods that pages accept. */
const methods = ['GET', 'HEAD'];

/**
 * Returns the response to a request that no page can answer: one with another method than GET and HEAD, and one of a client
 * that asks for JSON. To a client that accepts anything else too, a page is better than no answer. Returns `undefined` to
 * render the page.
 */
export function refusePage({ method, path, accept }: { method: string; path: string; accept: string }) {
  const types = accept.split(',').map((type) => type.split(';')[0]?.trim().toLowerCase() ?? '');
  const wantsJson = types.some((type) => type === 'application/json' || /^application\/.+\+json$/.test(type));
  const acceptsPages = types.some((type) => ['text/html', 'application/xhtml+xml'].includes(type));
  const isJsonClient = wantsJson && !acceptsPages;
  if (!methods.includes(method)) {
    const allow = { allow: methods.join(', ') };
    if (method === 'OPTIONS') return new Response(null, { status: 204, headers: allow });
    return refusal(405, texts.methodNotAllowed(methods), isJsonClient, allow);
  }
  if (!isJsonClient) return undefined;
  if (!isPagePath(path)) return refusal(404, texts.nothingHere, true);
  const acceptsAnything = types.some((type) => ['*/*', 'text/*'].includes(type));
  return acceptsAnything ? undefined : refusal(406, texts.pagesAreHtml, true);
}

function refusal(status: number, message: string, isJson: boolean, headers: Record<string, string> = {}): Response {
  const all = { ...headers, 'cache-control': 'no-store' };
  if (isJson) return Response.json({ code: 'BAD_USER_INPUT', message }, { status, headers: all });
  return new Response(message, { status, headers: { ...all, 'content-type': 'text/plain; charset=utf-8' } });
}
