import type { ReactNode } from 'react';
import styles from './empty.module.css';

/** Says that there is nothing to show, and what to do about it. */
export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className={styles.empty}>
      <p className={styles.title}>{title}</p>
      {children ? <div>{children}</div> : null}
    </div>
  );
}
