import type { View } from '../../addresses/view.ts';
import type { RevisionLabel } from '../../endpoints/query-register.ts';

/** Returns the day on which a page reads spells: the view's day, or else that of its revision, or else today in UTC. */
export function dayOf({ at, on }: View, revision: RevisionLabel): string {
  if (on) return on;
  return (at === undefined ? new Date().toISOString() : revision.at).slice(0, 10);
}
