import type { DisplayProps } from './display.ts';
import styles from './fields.module.css';

/** Paragraphs of text, set for reading. */
export function LongTextDisplay({ value }: DisplayProps<'longText'>) {
  return (
    <div className={styles.longText}>
      {value.split(/\n+/).map((paragraph, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the paragraphs of one text never change places
        <p key={at}>{paragraph}</p>
      ))}
    </div>
  );
}
