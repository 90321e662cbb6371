'use client';

import { texts } from './texts.tsx';
import { useWorkState } from './work-provider.tsx';

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });

/** Shows whether the changes are saved, with the version of the changeset if it is open: `Saved 12:04 · version 7`. */
export function SaveStatus() {
  const { saving, changeset } = useWorkState();
  const status = statusText();
  return <span data-testid="saving">{changeset ? texts.saving.withVersion(status, changeset.version) : status}</span>;

  function statusText(): string {
    switch (saving.kind) {
      case 'idle':
        return texts.saving.idle;
      case 'saved':
        return texts.saving.saved(clock.format(saving.at));
      case 'waiting':
      case 'saving':
        return texts.saving.saving;
      case 'failed':
      case 'closed':
        return texts.saving.notSaved;
      default:
        return saving satisfies never;
    }
  }
}
