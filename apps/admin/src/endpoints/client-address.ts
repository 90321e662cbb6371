import { channel } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';

/**
 * Makes this server append the client's address to the X-Forwarded-For header of each request, as a proxy does. Next
 * sets the header only if it is missing, so a client could forge the address by which the API limits sign-ins.
 */
export function appendClientAddress(): void {
  channel('http.server.request.start').subscribe((message) => {
    const { request } = message as { request: IncomingMessage };
    const address = request.socket.remoteAddress?.replace(/^::ffff:/, '');
    if (!address) return;
    const forwardedFor = request.headers['x-forwarded-for'];
    request.headers['x-forwarded-for'] = forwardedFor ? `${forwardedFor}, ${address}` : address;
  });
}
