import type { ReactNode } from 'react';
import styles from './section.module.css';

interface SectionProps {
  readonly id: string;
  readonly title: string;
  /** How many things the section holds. None is not written: that nothing is on record does not say that there is none. */
  readonly count?: number | undefined;
  /** A sentence on what the section shows. */
  readonly lead?: ReactNode;
  /** What stands at the end of the heading. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** A section of a page under a heading that can be linked to. */
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
