import type { ReactNode } from 'react';
import type { ChangesetStatus } from '../../generated/desk/graphql.ts';
import styles from './status-badge.module.css';
import { statusLabels } from './status-labels.ts';

/** The status of a changeset as an icon with a label, since color alone must not carry the meaning. */
export function StatusBadge({ status }: { readonly status: ChangesetStatus }) {
  const { label, description } = statusLabels[status];
  return (
    <span className={styles.badge} data-status={status} title={description}>
      <svg
        width="10"
        height="10"
        viewBox="0 0 12 12"
        aria-hidden="true"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.8"
      >
        {shapes[status]}
      </svg>
      {label}
    </span>
  );
}

const shapes: Readonly<Record<ChangesetStatus, ReactNode>> = {
  DRAFT: <circle cx="6" cy="6" r="4.4" strokeDasharray="2.4 2" />,
  SUBMITTED: <circle cx="6" cy="6" r="4.4" />,
  APPROVED: <path d="m2 6.4 2.8 2.8L10 3.4" strokeWidth="2.2" />,
  RETURNED: <path d="M5 2 1.8 5.2 5 8.4M2 5.2h5.4A2.8 2.8 0 0 1 10.2 8v2" />,
  MERGING: <path d="M2 2c0 5 8 3 8 8M6 6v0" />,
  MERGED: <circle cx="6" cy="6" r="4.4" fill="currentColor" />,
  DISCARDED: <path d="m2.4 2.4 7.2 7.2m0-7.2-7.2 7.2" />,
};
