'use client';

import { useDraft } from '../changeset/work-provider.tsx';
import styles from './desk-lists.module.css';
import { texts } from './texts.ts';

const signs = { none: '●', unchanged: '●', new: '+', changed: '~', retired: '−', restored: '+' } as const;

/** A badge for a row of a list: whether the fact is published, and what the current changeset does to it. */
export function PublicationBadge({ id }: { readonly id: string }) {
  const { status } = useDraft(id);
  return (
    <span className={styles.badge} data-status={status}>
      <span aria-hidden="true">{signs[status]}</span> {texts.publication[status]}
    </span>
  );
}
