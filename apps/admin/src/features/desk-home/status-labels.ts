import type { ChangesetStatus } from '../../generated/desk/graphql.ts';

/** A label for each status of a changeset, and a description that says what happens next. */
export const statusLabels: Readonly<Record<ChangesetStatus, { readonly label: string; readonly description: string }>> =
  {
    DRAFT: { label: 'Draft', description: 'Being edited, and not in review.' },
    SUBMITTED: {
      label: 'In review',
      description: 'Submitted, and waiting for a review.',
    },
    APPROVED: { label: 'Approved', description: 'Approved, and waiting for an editor to merge it.' },
    RETURNED: {
      label: 'Changes requested',
      description: 'A reviewer requested changes. The author edits the changeset and submits it again.',
    },
    MERGING: {
      label: 'Merging',
      description: 'Being merged into the register. It cannot be changed during the merge.',
    },
    MERGED: { label: 'Merged', description: 'Merged into the register.' },
    DISCARDED: { label: 'Discarded', description: 'Discarded. None of its changes were merged.' },
  };

/** All statuses of a changeset, in the usual order. */
export const statuses = Object.keys(statusLabels) as ChangesetStatus[];
