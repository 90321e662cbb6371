import styles from './lists.module.css';

interface MoreProps {
  readonly shown: number;
  readonly total: number;
  /** The address of the full list; undefined if there is none. */
  readonly href?: string | undefined;
}

/** Says how many items are not shown, with a link to the full list. Renders nothing if all are shown. */
export function More({ shown, total, href }: MoreProps) {
  if (shown >= total) return null;
  const words = `${(total - shown).toLocaleString('en-GB')} more`;
  return <p className={styles.more}>{href ? <a href={href}>{words}</a> : words}</p>;
}
