import type { ReactNode } from 'react';
import styles from './empty-message.module.css';

/** A message in place of a list or page without content, with an optional next step below it. */
export function EmptyMessage({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className={styles.empty}>
      <p className={styles.title}>{title}</p>
      {children ? <div>{children}</div> : null}
    </div>
  );
}
