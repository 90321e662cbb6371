import type { View } from '../../addresses/view.ts';
import type { RevisionLabel } from '../../doors/query-register.ts';

/** The day on which a view sees the world, as the register itself takes it: as asked, else of the past revision, else today. */
export function dayOf({ at, on }: View, revision: RevisionLabel): string {
  if (on) return on;
  return (at === undefined ? new Date().toISOString() : (revision.at ?? new Date().toISOString())).slice(0, 10);
}
