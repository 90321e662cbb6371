import styles from './fields.module.css';
import type { DateOutput } from './outputs.ts';
import { texts } from './texts.ts';

// The length of “30 September 2025”. Dates up to this length are not wrapped; longer ones may be.
const maxUnwrappedLength = 17;

/**
 * Shows a date in words, or “date not stated” if there is no date. The title has the EDTF text and the editor's note.
 */
export function DateWords({ date }: { date: Pick<DateOutput, 'edtf' | 'words' | 'note'> | null }) {
  if (!date) return <span className={styles.absent}>{texts.dateNotStated}</span>;
  return (
    <span
      className={date.words.length <= maxUnwrappedLength ? styles.day : undefined}
      title={date.note ? `${date.edtf}. ${date.note}` : date.edtf}
    >
      {date.words}
      {date.note ? <span className="visually-hidden"> ({date.note})</span> : null}
    </span>
  );
}
