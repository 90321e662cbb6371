import { fieldsOf } from '@chancery/codebook';
import markStyles from './exercise-mark.module.css';
import { ExerciseShape } from './exercise-mark.tsx';
import styles from './exercise-strip.module.css';
import { texts } from './texts.ts';

/** The fields of an exercise that {@link ExerciseStrip} shows. */
export interface StripExercise {
  readonly id: string;
  readonly label: string;
  readonly status: string;
  readonly start: { readonly earliest: string | null; readonly words: string } | null;
}

interface ExerciseStripProps {
  readonly exercises: readonly StripExercise[];
  /** The last year to show. */
  readonly until: number;
  readonly hrefOf: (id: string) => string;
}

const markStep = 17;
const minYears = 12;

/** Exercises as marks stacked above the year in which they start. Those without a known year have the last column. */
export function ExerciseStrip({ exercises, until, hrefOf }: ExerciseStripProps) {
  const yearOf = ({ start }: StripExercise) => (start?.earliest ? Number(start.earliest.slice(0, 4)) : null);
  const knownYears = exercises.flatMap((exercise) => yearOf(exercise) ?? []);
  const last = Math.max(until, ...knownYears);
  const first = Math.min(last - minYears + 1, ...knownYears);
  const hasUndated = knownYears.length < exercises.length;
  const slots: readonly (number | null)[] = [
    ...Array.from({ length: last - first + 1 }, (_, at) => first + at),
    ...(hasUndated ? [null] : []),
  ];
  const columns = slots.map((year) => exercises.filter((exercise) => yearOf(exercise) === year));
  const floor = Math.max(2, ...columns.map(({ length }) => length)) * markStep + 6;
  const width = 100 / slots.length;
  return (
    <div className={styles.scroll}>
      {/* biome-ignore lint/a11y/useSemanticElements: a group within SVG, where there is no fieldset */}
      <svg
        className={styles.strip}
        data-dense={slots.length > 24 || undefined}
        height={floor + 24}
        role="group"
        aria-label={texts.exercises.name}
        style={{ minInlineSize: `${slots.length * 0.6}rem` }}
      >
        <line x1="0" x2="100%" y1={floor} y2={floor} className={styles.line} />
        {slots.map((year, at) => {
          const isLabelled = year === null || year % 5 === 0;
          return (
            <text
              key={year ?? 'undated'}
              x={`${(at + 0.5) * width}%`}
              y={floor + 17}
              className={styles.year}
              data-fifth={isLabelled || undefined}
            >
              {year ?? texts.undated}
            </text>
          );
        })}
        {columns.map((column, at) =>
          column.map((exercise, up) => (
            <a key={exercise.id} href={hrefOf(exercise.id)} className={styles.mark} aria-label={wordsOf(exercise)}>
              <title>{wordsOf(exercise)}</title>
              <svg x={`${(at + 0.5) * width}%`} y={floor - (up + 1) * markStep} overflow="visible" aria-hidden="true">
                <rect x="-8" y="-1" width="16" height="16" className={styles.hit} />
                <g
                  transform="translate(-6.5 0.5) scale(1.08)"
                  className={markStyles.mark}
                  data-status={exercise.status}
                >
                  <ExerciseShape status={exercise.status} />
                </g>
              </svg>
            </a>
          )),
        )}
      </svg>
    </div>
  );
}

function wordsOf({ label, status, start }: StripExercise): string {
  const listed = fieldsOf('Exercise').status?.list?.values[status]?.label ?? status;
  return texts.exercises.mark(label, listed.toLowerCase(), start?.words);
}
