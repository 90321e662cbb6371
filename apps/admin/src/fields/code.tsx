import type { DisplayProps } from './display.ts';
import styles from './fields.module.css';

/** Shows a code exactly as stored. */
export function CodeDisplay({ value }: DisplayProps<'code'>) {
  return <code className={styles.code}>{value}</code>;
}
