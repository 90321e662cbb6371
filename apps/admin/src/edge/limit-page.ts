import { networkOf } from '@chancery/edge';
import { type Edge, requestNumberHeader } from './edge.ts';
import { texts } from './texts.ts';

/**
 * Limits the pages of each network address, which the API cannot do: rendering a page costs more than its queries. Waits
 * while too many pages of the same address are being rendered. Returns the response with which to refuse the request,
 * or `undefined` to render the page.
 */
export async function limitPage(headers: Headers, { pages, gate, openResponses }: Edge): Promise<Response | undefined> {
  const network = networkOf(headers.get('x-forwarded-for') ?? '');
  const use = await pages?.use(network, 1);
  if (use?.isAllowed === false) return refusal(texts.tooManyPages(use.secondsLeft), use.secondsLeft);
  const response = openResponses.get(headers.get(requestNumberHeader) ?? '');
  // Without a response to wait for, a place would never become free again. The client may have gone already.
  if (!response) return undefined;
  const ticket = gate.enter(network);
  response.once('close', ticket.leave);
  if (ticket.mayStart === true || (await ticket.mayStart)) return undefined;
  return refusal(texts.tooManyAtOnce, 1);
}

function refusal(text: string, seconds: number): Response {
  return new Response(text, {
    status: 429,
    headers: {
      'content-type': 'text/plain; charset=utf-8',
      'cache-control': 'no-store',
      'retry-after': String(seconds),
    },
  });
}
