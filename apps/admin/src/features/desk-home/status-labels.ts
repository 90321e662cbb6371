import type { ChangesetStatus } from '../../generated/desk/graphql.ts';

/** The label and the description of each status of a changeset. */
export const statusLabels: Readonly<Record<ChangesetStatus, { readonly label: string; readonly description: string }>> =
  {
    DRAFT: { label: 'Draft', description: 'The author edits the changeset. It is not in review.' },
    SUBMITTED: {
      label: 'In review',
      description: 'The changeset is submitted and waits for a review.',
    },
    APPROVED: { label: 'Approved', description: 'The changeset is approved and waits for an editor to merge it.' },
    RETURNED: {
      label: 'Changes requested',
      description: 'A reviewer requested changes. The author edits the changeset and submits it again.',
    },
    MERGING: {
      label: 'Merging',
      description: 'The changeset is being merged into the register. It cannot be changed during the merge.',
    },
    MERGED: { label: 'Merged', description: 'The changeset was merged into the register.' },
    DISCARDED: { label: 'Discarded', description: 'The changeset was discarded. None of its changes were merged.' },
  };

/** All statuses of a changeset, in the order in which filters list them. */
export const changesetStatuses = Object.keys(statusLabels) as ChangesetStatus[];
