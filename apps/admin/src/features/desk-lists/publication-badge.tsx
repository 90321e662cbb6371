'use client';

import { useDraft } from '../changeset/work-provider.tsx';
import styles from './desk-lists.module.css';

const words = {
  nothing: { sign: '●', text: 'Published' },
  standing: { sign: '●', text: 'Published' },
  new: { sign: '+', text: 'New in your changeset' },
  changed: { sign: '~', text: 'Published, changed in your changeset' },
  retired: { sign: '−', text: 'Published, retired in your changeset' },
  restored: { sign: '+', text: 'Restored in your changeset' },
} as const;

/** Whether readers see a fact, and what the changeset in hand does to it. The page already knows: nothing is asked. */
export function PublicationBadge({ id }: { readonly id: string }) {
  const { status } = useDraft(id);
  const { sign, text } = words[status];
  return (
    <span className={styles.badge} data-status={status}>
      <span aria-hidden="true">{sign}</span> {text}
    </span>
  );
}
