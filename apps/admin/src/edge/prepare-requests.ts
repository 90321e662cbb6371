import { channel } from 'node:diagnostics_channel';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { adminKeyHeader, securityHeaders } from '@chancery/edge';
import { type Edge, requestNumberHeader } from './edge.ts';

/** The headers in which only a trusted proxy may describe the request that it has received. */
const proxyHeaders = ['forwarded', 'x-forwarded-host', 'x-forwarded-port', 'x-forwarded-proto'];

/**
 * Prepares each request to a server of this process before Next sees it. Sets X-Forwarded-For to the address of the
 * client: Next sets it only if it is missing, so a client could forge it. Removes the headers that only proxies or this
 * server may set, and sets the security headers of the response. `origin` is the address at which browsers reach it.
 */
export function prepareRequests({ addresses, openResponses }: Edge, origin: string): void {
  const headers = Object.entries(securityHeaders(origin));
  let count = 0;
  channel('http.server.request.start').subscribe((message) => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
    count += 1;
    const number = String(count);
    const client = addresses.addressOf(request);
    if (!addresses.isFromProxy(request)) for (const name of proxyHeaders) delete request.headers[name];
    delete request.headers[adminKeyHeader];
    request.headers['x-forwarded-for'] = client;
    request.headers[requestNumberHeader] = number;
    for (const [name, value] of headers) response.setHeader(name, value);
    openResponses.set(number, response);
    response.once('close', () => openResponses.delete(number));
  });
}
