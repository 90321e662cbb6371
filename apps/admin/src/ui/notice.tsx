import type { ReactNode } from 'react';
import styles from './notice.module.css';
import { texts } from './texts.ts';

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
    <aside className={styles.notice} data-tone={tone} aria-label={title ?? texts.note}>
      {title ? <strong>{title}</strong> : null}
      <div>{children}</div>
    </aside>
  );
}
