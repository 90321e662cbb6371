import styles from './evidence.module.css';
import { gradeWords } from './grade-words.ts';
import { texts } from './texts.tsx';

/**
 * An Admiralty grade as a chip: a letter for the source, a number for the information. F and 6 (cannot be judged) are
 * dashed. Renders nothing without a grade.
 */
export function GradeChip({ grade }: { grade: string | null }) {
  if (!grade) return null;
  const words = gradeWords(grade);
  return (
    <span
      className={styles.grade}
      title={texts.grade.title(grade, words)}
      role="img"
      aria-label={texts.grade.name(grade, words)}
    >
      <span className={grade.startsWith('F') ? styles.unjudged : undefined}>{grade[0]}</span>
      <span className={grade.endsWith('6') ? styles.unjudged : undefined}>{grade.slice(1)}</span>
    </span>
  );
}
