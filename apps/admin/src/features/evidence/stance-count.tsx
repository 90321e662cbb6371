import styles from './evidence.module.css';
import { texts } from './texts.tsx';

interface StanceCountProps {
  readonly supports: number;
  readonly disputes: number;
  /** Whether there may be more citations than those that were counted. */
  readonly isCut?: boolean;
}

/**
 * The number of citations that support a fact and, unless it is 0, the number of those that dispute it: `+3 −1`. An
 * ellipsis follows if there may be more.
 */
export function StanceCount({ supports, disputes, isCut = false }: StanceCountProps) {
  const words = texts.stances(supports, disputes, isCut);
  return (
    <span className={styles.stances} role="img" aria-label={words} title={words}>
      <span>+{supports}</span>
      {disputes > 0 ? <b>−{disputes}</b> : null}
      {isCut ? '…' : null}
    </span>
  );
}
