import type { DisplayProps } from './display.ts';
import styles from './fields.module.css';

/** Shows a text with each of its lines as a paragraph. Leaves out empty lines. */
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
