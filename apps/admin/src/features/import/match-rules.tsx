import styles from './import.module.css';
import { texts } from './texts.tsx';

/** Explains how rows are matched with the register. */
export function MatchRules() {
  return (
    <details className={styles.fold}>
      <summary>{texts.matchRules.summary}</summary>
      <ol className={styles.rules}>
        {texts.matchRules.rules.map((rule) => (
          <li key={rule}>{rule}</li>
        ))}
      </ol>
    </details>
  );
}
