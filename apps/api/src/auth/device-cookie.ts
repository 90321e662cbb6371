import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { parseCookies } from 'better-auth/cookies';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { authPath } from './auth.ts';

const year = 365 * 24 * 3_600;

/**
 * Recognizes devices on which a user has signed in before, by a signed cookie that is bound to the account. It grants
 * nothing: guesses from elsewhere merely do not delay sign-ins on the device. The idea is OWASP's "device cookies".
 */
export interface DeviceCookies {
  /** Returns the id of the device that sent a request; `undefined` if the account has not been signed in to on it. */
  readonly read: (request: FastifyRequest, account: string) => string | undefined;
  /** Sets the cookie of a device on which the right password was given. A known device keeps its id. */
  readonly set: (reply: FastifyReply, account: string, known: string | undefined) => void;
}

/** Creates the device cookies of a desk. `secret` signs them; `origin` is the origin at which browsers reach the desk. */
export function deviceCookies(secret: string, origin: string): DeviceCookies {
  const isSecure = origin.startsWith('https://');
  const name = isSecure ? '__Secure-chancery.device' : 'chancery.device';
  const sign = (device: string, account: string) =>
    createHmac('sha256', secret).update(`device cookie\n${device}\n${account}`).digest('base64url');
  return {
    read: ({ headers }, account) => {
      const value = headers.cookie === undefined ? undefined : parseCookies(headers.cookie).get(name);
      const [device = '', signature = ''] = value?.split('.') ?? [];
      const given = Buffer.from(signature);
      const right = Buffer.from(sign(device, account));
      return given.length === right.length && timingSafeEqual(given, right) ? device : undefined;
    },
    set: (reply, account, known) => {
      const device = known ?? randomBytes(16).toString('base64url');
      const attributes = `Max-Age=${year}; Path=${authPath}; HttpOnly; SameSite=Lax${isSecure ? '; Secure' : ''}`;
      void reply.header('set-cookie', `${name}=${device}.${sign(device, account)}; ${attributes}`);
    },
  };
}
