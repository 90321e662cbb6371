import type { ShortcutName } from './shortcut-of.ts';

/** The texts of the list of single-key shortcuts. */
export const texts = {
  heading: 'Single-key shortcuts',
  switch: 'Use single-key shortcuts',
  switchHint:
    'For this browser. They never act while a dialog or a form for writing is open. Switch them off if you use speech input, or press keys by accident.',
  meanings: {
    approve: 'Approve a changeset in review, after a confirmation',
    requestChanges: 'Request changes to a changeset in review, after a confirmation',
    comment: 'Comment on a changeset in review',
    nextFact: 'Go to the next fact of a changeset in review',
    previousFact: 'Go to the previous fact of a changeset in review',
  } satisfies Readonly<Record<ShortcutName, string>>,
} as const;
