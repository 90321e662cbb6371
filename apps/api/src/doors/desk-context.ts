import type { DeskClient } from '@chancery/prisma/desk';
import type { Pool } from 'pg';
import type { People, Person } from '../auth/people.ts';
import type { Viewer } from '../auth/viewer.ts';
import type { HeadWatch } from '../head-watch.ts';
import type { JobQueue } from '../jobs/job-queue.ts';
import type { DoorContext } from './door-context.ts';

/** What the desk works with: one for the whole server. */
export interface DeskServices {
  readonly pools: { readonly desk: Pool; readonly writer: Pool };
  readonly client: DeskClient;
  readonly people: People;
  readonly jobs: JobQueue;
  readonly head: HeadWatch;
}

/** What an operation of the desk carries: who runs it, and the services. */
export interface DeskContext extends DoorContext {
  readonly viewer: Viewer | undefined;
  readonly services: DeskServices;
  /** People by id, looked up together and once for each operation. */
  readonly person: (id: string) => Promise<Person | undefined>;
}
