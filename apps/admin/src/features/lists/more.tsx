import styles from './lists.module.css';

interface MoreProps {
  readonly shown: number;
  readonly total: number;
  /** The list that shows all; undefined where no list does. */
  readonly href?: string | undefined;
}

/** Says how many more there are than a page shows, and leads to the list of all; nothing where it shows all. */
export function More({ shown, total, href }: MoreProps) {
  if (shown >= total) return null;
  const words = `${(total - shown).toLocaleString('en-GB')} more`;
  return <p className={styles.more}>{href ? <a href={href}>{words}</a> : words}</p>;
}
