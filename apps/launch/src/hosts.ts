import { isIPv6 } from 'node:net';

/** True when a server that listens on this IP address can only be reached from the same machine. */
export function isLoopback(host: string): boolean {
  return host === '::1' || host.startsWith('127.');
}

/**
 * Returns the base URL at which this machine reaches a server that listens on an IP address; one that listens on all
 * addresses is reached over the loopback.
 */
export function urlOf(host: string, port: number): string {
  const reachable = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host;
  return `http://${isIPv6(reachable) ? `[${reachable}]` : reachable}:${port}`;
}
