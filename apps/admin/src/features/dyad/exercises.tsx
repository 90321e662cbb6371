import type { View } from '../../addresses/view.ts';
import { ExerciseMark } from '../../charts/exercise-mark.tsx';
import { ExerciseStrip } from '../../charts/exercise-strip.tsx';
import { DateWords } from '../../fields/date-words.tsx';
import { FactLink } from '../../fields/fact-link.tsx';
import type { DyadExerciseFragment } from '../../generated/register/graphql.ts';
import { Section } from '../../ui/section.tsx';
import { EvidenceStatus } from '../evidence/evidence-status.tsx';
import { GradeChip } from '../evidence/grade-chip.tsx';
import { ExerciseLegend } from '../exercise-calendar/exercise-legend.tsx';
import { Sequels } from '../exercise-calendar/sequels.tsx';
import { MoreNote } from '../lists/more-note.tsx';
import type { Coverage } from './alignment-words.ts';
import styles from './dyad.module.css';
import type { Dyad } from './heading.tsx';
import { ListedValues } from './listed-values.tsx';
import { texts } from './texts.tsx';

interface ExercisesProps {
  readonly exercises: Dyad['exercises'];
  readonly on: string;
  readonly view: View;
  /** The coverage of sources whose exercises are withheld from the public. */
  readonly withheld?: readonly Pick<Coverage, 'source' | 'from' | 'to'>[];
}

/** The exercises in which both actors take part, with marks that distinguish held from announced exercises. */
export function Exercises({ exercises, on, view, withheld = [] }: ExercisesProps) {
  return (
    <Section
      id="exercises"
      title={texts.exercises.heading}
      count={exercises.totalCount}
      lead={texts.exercises.lead(on)}
      aside={<ExerciseLegend statuses={exercises.nodes.map(({ status }) => status)} />}
    >
      {exercises.totalCount > 0 ? (
        <>
          <ExerciseStrip
            exercises={exercises.nodes.map(({ id, label, status, start }) => ({ id, label, status, start }))}
            until={Number(on.slice(0, 4))}
            hrefOf={(id) => `#${id}`}
          />
          <ul>
            {exercises.nodes.map((exercise) => (
              <ExerciseLine key={exercise.id} exercise={exercise} view={view} />
            ))}
          </ul>
        </>
      ) : (
        <p className={styles.none}>{texts.exercises.none(on, withheld.length > 0)}</p>
      )}
      {withheld.map(({ source, from, to }) => (
        <p key={`${source.id} ${from}`} className={styles.fine}>
          {texts.exercises.withheld(from, to, <FactLink fact={source} view={view} />)}
        </p>
      ))}
      <MoreNote shownCount={exercises.nodes.length} totalCount={exercises.totalCount} />
    </Section>
  );
}

function ExerciseLine({ exercise, view }: { exercise: DyadExerciseFragment; view: View }) {
  const { id, status, start, place, location, domains, grade, evidenceStatus } = exercise;
  return (
    <li id={id} className={styles.exercise}>
      <ExerciseMark status={status} />
      <span className={styles.what}>
        <FactLink fact={exercise} view={view} />
        <span className={styles.fine}>
          <ListedValues type="Exercise" field="status" value={status} />
          {' · '}
          <DateWords date={start} />
          {place ? (
            <>
              {' · '}
              <FactLink fact={place} view={view} />
            </>
          ) : location ? (
            ` · ${location}`
          ) : null}
          {domains?.length ? (
            <>
              {' · '}
              <ListedValues type="Exercise" field="domains" value={domains} />
            </>
          ) : null}
        </span>
        <Sequels exercise={exercise} view={view} />
      </span>
      <span className={styles.marks}>
        <EvidenceStatus status={evidenceStatus} quiet />
        <GradeChip grade={grade} />
      </span>
    </li>
  );
}
