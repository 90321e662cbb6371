import type { ServerResponse } from 'node:http';
import { networkOf, type RequestGate } from '@chancery/edge';
import { type Edge, requestNumberHeader } from './edge.ts';
import { texts } from './texts.ts';

/**
 * Limits the pages of each network address, which the API cannot do: rendering a page costs more than its queries. Waits
 * while too many pages are being rendered, of the same address or of all together. Returns the response with which to refuse the request,
 * or `undefined` to render the page.
 */
export async function limitPage(
  headers: Headers,
  { pages, gate, allPages, openResponses }: Edge,
): Promise<Response | undefined> {
  const network = networkOf(headers.get('x-forwarded-for') ?? '');
  const use = await pages?.use(network, 1);
  if (use?.isAllowed === false) return refusal(429, texts.tooManyPages(use.secondsLeft), use.secondsLeft);
  const response = openResponses.get(headers.get(requestNumberHeader) ?? '');
  // Without a response to wait for, a place would never become free again. The client may have gone already.
  if (!response) return undefined;
  if (!(await mayStart(gate, network, response))) return refusal(429, texts.tooManyAtOnce, 1);
  if (!(await mayStart(allPages, 'all', response))) return refusal(503, texts.busy, 5);
  return undefined;
}

/** Waits at a gate, which the request leaves when its response has been sent or the client has gone. */
async function mayStart(gate: RequestGate, client: string, response: ServerResponse): Promise<boolean> {
  const ticket = gate.enter(client);
  response.once('close', ticket.leave);
  return ticket.mayStart;
}

function refusal(status: number, text: string, seconds: number): Response {
  return new Response(text, {
    status,
    headers: {
      'content-type': 'text/plain; charset=utf-8',
      'cache-control': 'no-store',
      'retry-after': String(seconds),
    },
  });
}
