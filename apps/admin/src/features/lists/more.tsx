import styles from './lists.module.css';
import { texts } from './texts.ts';

interface MoreProps {
  readonly shownCount: number;
  readonly totalCount: number;
  /** The address of the full list; undefined if there is none. */
  readonly href?: string | undefined;
}

/** Says how many items are not shown, with a link to the full list. Renders nothing if all are shown. */
export function More({ shownCount, totalCount, href }: MoreProps) {
  if (shownCount >= totalCount) return null;
  const words = texts.more(totalCount - shownCount);
  return <p className={styles.more}>{href ? <a href={href}>{words}</a> : words}</p>;
}
