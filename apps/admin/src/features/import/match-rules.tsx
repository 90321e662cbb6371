import styles from './import.module.css';
import { texts } from './texts.tsx';

/** The rules by which rows are matched with the register, collapsed until they are opened. */
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
