import styles from './import.module.css';

/** How rows are matched with the register, in words. */
export function MatchRules() {
  return (
    <details className={styles.fold}>
      <summary>How rows are matched with the register</summary>
      <ol className={styles.rules}>
        <li>What an editor has answered before holds for every import of the source.</li>
        <li>What the source itself has brought in before is the same fact again, by its key in the files.</li>
        <li>A code that stands for exactly one fact of the type on the day in question: it is that fact.</li>
        <li>
          A name that reads the same, whatever the capitals, accents and points: it is that fact, if it is the only one.
          A name that is only alike is a question.
        </li>
        <li>A link is the same if it joins the same facts, and its period overlaps or is not stated.</li>
        <li>
          A field that the register lacks is filled in; one that an earlier import wrote is brought up to date; one on
          which other evidence says otherwise is a conflict, and stays as it is.
        </li>
      </ol>
    </details>
  );
}
