import styles from './evidence.module.css';
import { texts } from './texts.tsx';

interface StanceCountProps {
  readonly supports: number;
  readonly disputes: number;
  /** Whether there may be more citations than those that were counted. */
  readonly isCut?: boolean;
}

/**
 * The number of citations that support a fact and the number of those that dispute it, each unless it is 0: `+3 −1`. An
 * ellipsis follows if there may be more. Renders nothing if no citation takes a stance, because `+0` beside citations
 * that only mention the fact would look like a miscount.
 */
export function StanceCount({ supports, disputes, isCut = false }: StanceCountProps) {
  if (supports === 0 && disputes === 0) return null;
  const words = texts.stances(supports, disputes, isCut);
  return (
    <span className={styles.stances} role="img" aria-label={words} title={words}>
      {supports > 0 ? <span>+{supports}</span> : null}
      {disputes > 0 ? <b>−{disputes}</b> : null}
      {isCut ? '…' : null}
    </span>
  );
}
