import type { DeskClient } from '@chancery/prisma/desk';
import type { Pool } from 'pg';
import type { People, Person } from '../auth/people.ts';
import type { Viewer } from '../auth/viewer.ts';
import type { HeadWatch } from '../head-watch.ts';
import type { JobQueue } from '../jobs/job-queue.ts';
import type { DoorContext } from './door-context.ts';

/** Services that desk operations use; one instance for the whole server. */
export interface DeskServices {
  readonly pools: { readonly desk: Pool; readonly writer: Pool };
  readonly client: DeskClient;
  readonly people: People;
  readonly jobs: JobQueue;
  readonly head: HeadWatch;
}

/** The GraphQL context of a desk operation: the signed-in user and the services. */
export interface DeskContext extends DoorContext {
  readonly viewer: Viewer | undefined;
  readonly services: DeskServices;
  /** Looks up a user by id. Lookups of one level of resolvers are batched. */
  readonly person: (id: string) => Promise<Person | undefined>;
}
