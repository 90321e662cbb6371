import styles from './fields.module.css';
import type { DateOutput } from './outputs.ts';

// As long as “30 September 2025”: no line ends within a day, while a longer date may take two.
const longestDay = 17;

/** A date in words, with what an editor noted of it; one that is not there is said not to be stated. */
export function DateWords({ date }: { date: Pick<DateOutput, 'edtf' | 'words' | 'note'> | null }) {
  if (!date) return <span className={styles.absent}>date not stated</span>;
  return (
    <span
      className={date.words.length <= longestDay ? styles.day : undefined}
      title={date.note ? `${date.edtf}. ${date.note}` : date.edtf}
    >
      {date.words}
      {date.note ? <span className="visually-hidden"> ({date.note})</span> : null}
    </span>
  );
}
