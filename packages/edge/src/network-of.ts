import { isIP } from 'node:net';

/**
 * Returns an IPv4 address unchanged, an IPv4 address that is mapped to IPv6 as IPv4, and the /64 network of any other
 * IPv6 address, since one subscriber can use all of a /64. Returns `unknown` for a text that is not an IP address.
 */
export function networkOf(address: string): string {
  // A forwarded header can contain any text.
  if (isIP(address.split('%')[0] ?? '') === 0) return 'unknown';
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  if (mapped?.[1]) return mapped[1];
  if (!address.includes(':')) return address;
  const [head = '', tail = ''] = address.split('%')[0]?.split('::') ?? [];
  const left = head === '' ? [] : head.split(':');
  const right = tail === '' ? [] : tail.split(':');
  const groups = address.includes('::')
    ? [...left, ...Array(Math.max(0, 8 - left.length - right.length)).fill('0'), ...right]
    : left;
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group || '0', 16).toString(16))
    .join(':')}::/64`;
}
