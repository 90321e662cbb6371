import styles from './lists.module.css';
import { texts } from './texts.ts';

interface MoreNoteProps {
  readonly shownCount: number;
  readonly totalCount: number;
  /** The address of the full list; undefined if there is none. */
  readonly href?: string | undefined;
}

/** Says how many items are not shown, as a link to the full list if there is one. Renders nothing if all are shown. */
export function MoreNote({ shownCount, totalCount, href }: MoreNoteProps) {
  if (shownCount >= totalCount) return null;
  const words = texts.more(totalCount - shownCount);
  return <p className={styles.more}>{href ? <a href={href}>{words}</a> : words}</p>;
}
