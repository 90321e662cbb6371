import type { DisplayProps } from './display.ts';
import styles from './fields.module.css';

/** Shows paragraphs of text. */
export function LongTextDisplay({ value }: DisplayProps<'longText'>) {
  return (
    <div className={styles.longText}>
      {value.split(/\n+/).map((paragraph, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the paragraphs of a text are never reordered
        <p key={at}>{paragraph}</p>
      ))}
    </div>
  );
}
