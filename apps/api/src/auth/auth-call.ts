import type { DeskClient } from '@chancery/prisma/desk';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { AuditTrail } from '../audit/audit-trail.ts';
import type { Auth } from './auth.ts';
import type { DeviceCookies } from './device-cookie.ts';
import type { People } from './people.ts';
import type { SignInThrottle } from './sign-in-throttle.ts';

/** Services of the routes for sign-in, sessions, passwords and second factors. */
export interface AuthServices {
  readonly auth: Auth;
  readonly client: DeskClient;
  readonly people: People;
  readonly audit: AuditTrail;
  readonly throttle: SignInThrottle;
  readonly devices: DeviceCookies;
}

/** A request to one of the routes. The body is the parsed JSON; `undefined` without a body. */
export interface AuthCall {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  /** The network address of the client. */
  readonly address: string;
}
