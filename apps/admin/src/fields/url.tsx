import type { DisplayProps } from './display.ts';
import styles from './fields.module.css';

/** Shows an http or https address as a link without its protocol, and any other value as text. */
export function UrlDisplay({ value }: DisplayProps<'url'>) {
  const shortAddress = value.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '');
  if (!/^https?:\/\//.test(value)) return <span className={styles.url}>{value}</span>;
  return (
    <a href={value} rel="noreferrer nofollow external" className={styles.url}>
      {shortAddress}
    </a>
  );
}
