import type { ChangeSort } from './fact-diff.ts';

/** How each sort of change is said and signed. The sign never stands alone. */
export const changeWords: Readonly<Record<ChangeSort, { readonly sign: string; readonly words: string }>> = {
  new: { sign: '+', words: 'new' },
  changed: { sign: '~', words: 'changed' },
  retired: { sign: '−', words: 'retired' },
  restored: { sign: '+', words: 'restored' },
  evidence: { sign: '❝', words: 'evidence only' },
  broken: { sign: '!', words: 'cannot be read' },
};

/** What a changeset does in all, in words: `3 new, 5 changed, 1 retired`. */
export function tally(sorts: readonly ChangeSort[]): string {
  const counts = new Map<ChangeSort, number>();
  for (const sort of sorts) counts.set(sort, (counts.get(sort) ?? 0) + 1);
  return (Object.keys(changeWords) as ChangeSort[])
    .flatMap((sort) => {
      const count = counts.get(sort);
      return count
        ? `${count.toLocaleString('en-GB')} ${sort === 'evidence' ? 'with evidence only' : changeWords[sort].words}`
        : [];
    })
    .join(', ');
}
