import { channel } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';

/**
 * Appends the address of whoever connects to X-Forwarded-For, as a proxy does. Next fills the header only where there is
 * none, so anybody could write what they like into it, and the API limits sign-ins by that address.
 */
export function appendClientAddress(): void {
  channel('http.server.request.start').subscribe((message) => {
    const { request } = message as { request: IncomingMessage };
    const address = request.socket.remoteAddress?.replace(/^::ffff:/, '');
    if (!address) return;
    const said = request.headers['x-forwarded-for'];
    request.headers['x-forwarded-for'] = said ? `${said}, ${address}` : address;
  });
}
