import styles from './organization.module.css';
import type { Standing } from './standing-on.ts';

const words: Record<Standing, { word: string; title: string }> = {
  certain: { word: 'certainly', title: 'Every reading of the dates has it hold on the day' },
  possible: { word: 'possibly', title: 'The dates allow it on the day, and do not settle it' },
  none: { word: 'not on the day', title: 'The dates leave the day outside' },
  unstated: { word: 'dates not stated', title: 'No source of the register says from when to when' },
};

/** Whether something held on a day, by fill and word: full for certain, half for possible, open where nobody says when. */
export function StandingMark({ standing }: { standing: Standing }) {
  const { word, title } = words[standing];
  return (
    <span className={styles.standing} data-standing={standing} title={title}>
      <svg
        width="11"
        height="11"
        viewBox="0 0 12 12"
        aria-hidden="true"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
      >
        {standing === 'none' ? (
          <path d="M2 6h8" />
        ) : (
          <rect x="1.5" y="1.5" width="9" height="9" strokeDasharray={standing === 'unstated' ? '2 1.4' : undefined} />
        )}
        {standing === 'certain' ? <rect x="1.5" y="1.5" width="9" height="9" fill="currentColor" /> : null}
        {standing === 'possible' ? <path d="M1.5 10.5v-9l9 9Z" fill="currentColor" stroke="none" /> : null}
      </svg>
      {word}
    </span>
  );
}
