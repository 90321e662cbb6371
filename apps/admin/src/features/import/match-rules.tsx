import styles from './import.module.css';

/** Explains how rows are matched with the register. */
export function MatchRules() {
  return (
    <details className={styles.fold}>
      <summary>How rows are matched with the register</summary>
      <ol className={styles.rules}>
        <li>An editor’s answer applies to every later import of the same source.</li>
        <li>A row with the same key as in an earlier import of the source matches the same fact.</li>
        <li>
          A code matches if exactly one fact of the type has it on the day that the source gives or, if none has it on
          that day, if only one fact ever had it.
        </li>
        <li>
          A name matches if exactly one fact has it. Capitals, accents and punctuation are ignored. A name that is only
          similar becomes a question.
        </li>
        <li>A link matches if it joins the same facts and the periods overlap or are not stated.</li>
        <li>
          An empty field is filled in. A field that an earlier import wrote is updated. A field for which other evidence
          gives a different value is a conflict and is not changed.
        </li>
      </ol>
    </details>
  );
}
