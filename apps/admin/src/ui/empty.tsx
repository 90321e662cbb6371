import type { ReactNode } from 'react';
import styles from './empty.module.css';

/** A message in place of empty content, with an optional next step. */
export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className={styles.empty}>
      <p className={styles.title}>{title}</p>
      {children ? <div>{children}</div> : null}
    </div>
  );
}
