import type { ReactNode } from 'react';
import styles from './section.module.css';

interface SectionProps {
  readonly id: string;
  readonly title: string;
  /** The number of items of the section. 0 is not shown: the register may lack a record of what exists. */
  readonly count?: number | undefined;
  /** An introductory sentence. */
  readonly lead?: ReactNode;
  /** Content at the end of the heading line. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** A section of a page with a heading and an anchor. */
export function Section({ id, title, count, lead, aside, children }: SectionProps) {
  return (
    <section id={id} aria-labelledby={`${id}-title`} className={styles.section}>
      <header className={styles.head}>
        <h2 id={`${id}-title`}>
          {title}
          {!count ? null : <span className={styles.count}>{count.toLocaleString('en-GB')}</span>}
        </h2>
        {aside ? <div className={styles.aside}>{aside}</div> : null}
      </header>
      {lead ? <p className={styles.lead}>{lead}</p> : null}
      {children}
    </section>
  );
}
