'use client';

import { useDraft } from '../changeset/work-provider.tsx';
import styles from './desk-lists.module.css';

const badges = {
  none: { sign: '●', text: 'Published' },
  unchanged: { sign: '●', text: 'Published' },
  new: { sign: '+', text: 'New in your changeset' },
  changed: { sign: '~', text: 'Published, changed in your changeset' },
  retired: { sign: '−', text: 'Published, retired in your changeset' },
  restored: { sign: '+', text: 'Restored in your changeset' },
} as const;

/** Whether a fact is published, and what the current changeset does to it. Sends no request. */
export function PublicationBadge({ id }: { readonly id: string }) {
  const { status } = useDraft(id);
  const { sign, text } = badges[status];
  return (
    <span className={styles.badge} data-status={status}>
      <span aria-hidden="true">{sign}</span> {text}
    </span>
  );
}
