import type { ChangeSort } from './fact-diff.ts';
import { texts } from './texts.tsx';

/** The sign and the label of each sort of change. A sign must not be shown without its label. */
export const changeLabels: Readonly<Record<ChangeSort, { readonly sign: string; readonly label: string }>> = {
  new: { sign: '+', label: 'new' },
  changed: { sign: '~', label: 'changed' },
  retired: { sign: '−', label: 'retired' },
  restored: { sign: '+', label: 'restored' },
  evidence: { sign: '❝', label: 'changed citations only' },
  broken: { sign: '!', label: 'cannot be read' },
};

/** Returns the number of changes of each sort as a text: `3 new, 5 changed, 1 retired`. */
export function tallyWords(sorts: readonly ChangeSort[]): string {
  const counts = new Map<ChangeSort, number>();
  for (const sort of sorts) counts.set(sort, (counts.get(sort) ?? 0) + 1);
  return (Object.keys(changeLabels) as ChangeSort[])
    .flatMap((sort) => {
      const count = counts.get(sort);
      return count
        ? texts.changes.changeCount(
            count,
            sort === 'evidence' ? texts.changes.withChangedCitationsOnly : changeLabels[sort].label,
          )
        : [];
    })
    .join(', ');
}
