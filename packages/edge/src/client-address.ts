import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import proxyAddr from '@fastify/proxy-addr';

/** The header with which the admin proves to the API that it states the address of its client. */
export const adminKeyHeader = 'x-chancery-admin-key';

/** Who may state the address of a client in X-Forwarded-For. */
export interface TrustedSenders {
  /** Addresses and networks (CIDR) of proxies. */
  readonly trustedProxies: readonly string[];
  /** The key of the admin; without one, no request is recognized as the admin's. */
  readonly adminKey?: string | undefined;
}

/** Finds out from which address a request comes. */
export interface ClientAddresses {
  /**
   * Returns the address of the client: the last address on the way to this server that no trusted sender states or is.
   * Returns `unknown` if the connection has been lost. The result can be any text if a trusted proxy states one.
   */
  readonly addressOf: (request: IncomingMessage) => string;
  /** True when the other end of the connection is a trusted proxy, so that its X-Forwarded headers count. */
  readonly isFromProxy: (request: IncomingMessage) => boolean;
}

/**
 * Creates a reader of client addresses.
 * @throws TypeError if an entry of `trustedProxies` is neither an IP address nor a CIDR.
 */
export function clientAddresses({ trustedProxies, adminKey }: TrustedSenders): ClientAddresses {
  const isProxy = trustedProxies.length === 0 ? () => false : proxyAddr.compile([...trustedProxies]);
  const isFromAdmin = adminKey === undefined ? () => false : keyChecker(adminKey);
  return {
    addressOf: (request) => {
      const peer = request.socket.remoteAddress;
      if (peer === undefined) return 'unknown';
      const address =
        request.headers['x-forwarded-for'] === undefined
          ? peer
          : proxyAddr(request, (sender, hop) => isProxy(sender, hop) || (hop === 0 && isFromAdmin(request)));
      return address.replace(/^::ffff:(?=\d+\.)/i, '');
    },
    isFromProxy: ({ socket: { remoteAddress } }) => remoteAddress !== undefined && isProxy(remoteAddress, 0),
  };
}

function keyChecker(adminKey: string): (request: IncomingMessage) => boolean {
  const key = Buffer.from(adminKey);
  return ({ headers }) => {
    const given = headers[adminKeyHeader];
    if (typeof given !== 'string') return false;
    const bytes = Buffer.from(given);
    return bytes.length === key.length && timingSafeEqual(bytes, key);
  };
}
