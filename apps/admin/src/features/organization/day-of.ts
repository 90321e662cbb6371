import type { View } from '../../addresses/view.ts';
import type { RevisionLabel } from '../../endpoints/query-register.ts';

/** Returns the day of a view as the API computes it: the given day, or the day of the past revision, or today. */
export function dayOf({ at, on }: View, revision: RevisionLabel): string {
  if (on) return on;
  return (at === undefined ? new Date().toISOString() : (revision.at ?? new Date().toISOString())).slice(0, 10);
}
