'use client';

import { useWorkState } from './work-provider.tsx';

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });

/** How far the work is saved: `Saved 12:04 · v7`. */
export function SavingWords() {
  const { saving, changeset } = useWorkState();
  const version = changeset ? ` · v${changeset.version}` : '';
  return <span data-testid="saving">{`${words()}${version}`}</span>;

  function words(): string {
    switch (saving.kind) {
      case 'nothing':
        return 'Nothing to save';
      case 'saved':
        return `Saved ${clock.format(saving.at)}`;
      case 'waiting':
      case 'saving':
        return 'Saving…';
      case 'held':
      case 'closed':
        return 'Not saved';
      default:
        return saving satisfies never;
    }
  }
}
