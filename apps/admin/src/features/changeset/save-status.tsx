'use client';

import { useWorkState } from './work-provider.tsx';

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });

/** Whether the work is saved, with the version of the changeset: `Saved 12:04 · v7`. */
export function SaveStatus() {
  const { saving, changeset } = useWorkState();
  const version = changeset ? ` · v${changeset.version}` : '';
  return <span data-testid="saving">{`${statusText()}${version}`}</span>;

  function statusText(): string {
    switch (saving.kind) {
      case 'idle':
        return 'Nothing to save';
      case 'saved':
        return `Saved ${clock.format(saving.at)}`;
      case 'waiting':
      case 'saving':
        return 'Saving…';
      case 'failed':
      case 'closed':
        return 'Not saved';
      default:
        return saving satisfies never;
    }
  }
}
