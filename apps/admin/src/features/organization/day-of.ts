import type { View } from '../../addresses/view.ts';
import type { RevisionLabel } from '../../endpoints/query-register.ts';

/** Returns the day of a view: the given day, or else the day of the past revision, or else today in UTC. */
export function dayOf({ at, on }: View, revision: RevisionLabel): string {
  if (on) return on;
  return (at === undefined ? new Date().toISOString() : revision.at).slice(0, 10);
}
