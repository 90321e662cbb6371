import type { DisplayProps } from './display.ts';
import styles from './fields.module.css';

/** A code, letter for letter. */
export function CodeDisplay({ value }: DisplayProps<'code'>) {
  return <code className={styles.code}>{value}</code>;
}
