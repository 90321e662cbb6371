import type { DisplayProps } from './display.ts';
import styles from './fields.module.css';

/** Shows a web address as a link. Shows anything else than an http or https address as text. */
export function UrlDisplay({ value }: DisplayProps<'url'>) {
  const shortAddress = value.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '');
  if (!/^https?:\/\//.test(value)) return <span className={styles.url}>{value}</span>;
  return (
    <a href={value} rel="noreferrer nofollow external" className={styles.url}>
      {shortAddress}
    </a>
  );
}
