import { channel } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';

/**
 * Appends the client's address to X-Forwarded-For of every request, as a proxy does. Next sets the header only if it is
 * missing, so a client could forge it; the API limits sign-ins by that address.
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
