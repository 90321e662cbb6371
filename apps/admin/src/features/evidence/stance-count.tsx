import styles from './evidence.module.css';
import { texts } from './texts.tsx';

/** The number of citations that support and dispute a fact: `+3 −1`. */
export function StanceCount({ supports, disputes }: { supports: number; disputes: number }) {
  const words = texts.stances(supports, disputes);
  return (
    <span className={styles.stances} role="img" aria-label={words} title={words}>
      <span>+{supports}</span>
      {disputes > 0 ? <b>−{disputes}</b> : null}
    </span>
  );
}
