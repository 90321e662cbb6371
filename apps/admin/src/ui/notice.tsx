import type { ReactNode } from 'react';
import styles from './notice.module.css';

/** A note or warning about the page. */
export function Notice({
  title,
  tone = 'note',
  children,
}: {
  title?: string;
  tone?: 'note' | 'warning';
  children: ReactNode;
}) {
  return (
    <aside className={styles.notice} data-tone={tone} aria-label={title ?? 'Note'}>
      {title ? <strong>{title}</strong> : null}
      <div>{children}</div>
    </aside>
  );
}
