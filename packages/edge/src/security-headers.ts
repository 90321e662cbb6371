/**
 * Returns the security headers of every response of a server whose public origin is `origin`. With an https origin they
 * include HSTS, for this host only: other hosts of the same domain are not ours to decide about.
 */
export function securityHeaders(origin: string): Readonly<Record<string, string>> {
  return {
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'same-origin',
    'permissions-policy': 'camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()',
    'cross-origin-opener-policy': 'same-origin',
    ...(origin.startsWith('https://') ? { 'strict-transport-security': 'max-age=31536000' } : {}),
  };
}
