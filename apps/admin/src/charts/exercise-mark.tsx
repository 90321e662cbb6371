import styles from './exercise-mark.module.css';

/**
 * The mark of an exercise by status. Statuses differ by shape and fill, not by color alone: filled square, held;
 * half-filled square, under way; dashed diamond, announced; triangle, planned; cross, cancelled; circle, any other.
 */
export function ExerciseMark({ status, size = 12 }: { status: string; size?: number }) {
  return (
    <svg className={styles.mark} data-status={status} width={size} height={size} viewBox="0 0 12 12" aria-hidden="true">
      <ExerciseShape status={status} />
    </svg>
  );
}

/** The shape of the mark as SVG elements in a box of 12 by 12, for charts that position the mark themselves. */
export function ExerciseShape({ status }: { status: string }) {
  switch (status) {
    case 'HELD':
      return <rect x="1.5" y="1.5" width="9" height="9" fill="currentColor" stroke="currentColor" />;
    case 'UNDER_WAY':
      return (
        <>
          <rect x="1.5" y="1.5" width="9" height="9" fill="none" stroke="currentColor" strokeWidth="1.5" />
          <rect x="1.5" y="6" width="9" height="4.5" fill="currentColor" />
        </>
      );
    case 'ANNOUNCED':
      return (
        <path
          d="M6 .9 11.1 6 6 11.1.9 6Z"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.6"
          strokeDasharray="2.4 1.2"
        />
      );
    case 'PLANNED':
      return <path d="M6 1.5 11 10.5H1Z" fill="none" stroke="currentColor" strokeWidth="1.5" />;
    case 'CANCELLED':
      return <path d="M2 2 10 10M10 2 2 10" fill="none" stroke="currentColor" strokeWidth="1.7" />;
    default:
      return <circle cx="6" cy="6" r="4.6" fill="none" stroke="currentColor" strokeWidth="1.5" />;
  }
}
