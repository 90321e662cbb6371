import type { DisplayProps } from './display.ts';
import styles from './fields.module.css';

/** A web address; anything that is no plain web address is shown and not linked. */
export function UrlDisplay({ value }: DisplayProps<'url'>) {
  const shown = value.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '');
  if (!/^https?:\/\//.test(value)) return <span className={styles.url}>{value}</span>;
  return (
    <a href={value} rel="noreferrer nofollow external" className={styles.url}>
      {shown}
    </a>
  );
}
