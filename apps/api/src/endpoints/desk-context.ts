import type { DeskClient } from '@chancery/prisma/desk';
import type { Pool } from 'pg';
import type { Logger } from 'pino';
import type { AuditTrail } from '../audit/audit-trail.ts';
import type { People, Person } from '../auth/people.ts';
import type { Viewer } from '../auth/viewer.ts';
import { apiError } from '../errors.ts';
import type { HeadWatch } from '../head-watch.ts';
import type { FileHeads } from '../imports/file-heads.ts';
import type { JobQueue } from '../jobs/job-queue.ts';
import type { Mailer } from '../mail/mailer.ts';
import type { EndpointContext } from './endpoint-context.ts';

/** Services that desk operations use; one instance for the whole server. */
export interface DeskServices {
  readonly pools: { readonly desk: Pool; readonly writer: Pool };
  readonly client: DeskClient;
  readonly people: People;
  readonly audit: AuditTrail;
  readonly jobs: JobQueue;
  readonly head: HeadWatch;
  readonly fileHeads: FileHeads;
  /** Sends links by mail; `undefined` if no mail server is set. */
  readonly mailer: Mailer | undefined;
  /** The origin at which browsers reach the desk, for links. */
  readonly origin: string;
  readonly log: Logger;
}

/** The GraphQL context of a request to the desk: the user, if the request has a session, and the services. */
export interface DeskContext extends EndpointContext {
  readonly viewer: Viewer | undefined;
  readonly services: DeskServices;
  /** The network address of the client. */
  readonly address: string;
  /** Looks up a user by id; `undefined` if the id is unknown. Lookups of one level of resolvers are batched. */
  readonly person: (id: string) => Promise<Person | undefined>;
}

/** The GraphQL context that the desk's policies and resolvers receive: the user is known. */
export interface SignedInContext extends DeskContext {
  readonly viewer: Viewer;
}

/**
 * Returns the same context, typed as that of a signed-in user.
 * @throws GraphQLError UNAUTHENTICATED if the request has no session.
 */
export function requireSignIn(context: DeskContext): SignedInContext {
  // Return the same object: lookups are batched, and the register's answer is cached, by context.
  if (isSignedIn(context)) return context;
  throw apiError('UNAUTHENTICATED', 'Sign in first.');
}

function isSignedIn(context: DeskContext): context is SignedInContext {
  return context.viewer !== undefined;
}
