import { fieldsOf } from '@chancery/codebook';
import { addressProblems, pageRules, viewRules } from '../../addresses/address-rules.ts';
import { address, firstValue, type SearchParameters, type View, viewOf } from '../../addresses/view.ts';
import { ExerciseMark } from '../../charts/exercise-mark.tsx';
import { ExerciseStrip } from '../../charts/exercise-strip.tsx';
import { queryRegister } from '../../endpoints/query-register.ts';
import { DateWords } from '../../fields/date-words.tsx';
import { FactLink } from '../../fields/fact-link.tsx';
import { ExerciseCalendarDocument, type ExerciseCalendarQuery } from '../../generated/register/graphql.ts';
import { formatCount } from '../../ui/counts.ts';
import { InvalidAddressPage } from '../errors/invalid-address-page.tsx';
import { RefusalPage } from '../errors/refusal-page.tsx';
import { EvidenceStatus } from '../evidence/evidence-status.tsx';
import { GradeChip } from '../evidence/grade-chip.tsx';
import { Frame } from '../frame/frame.tsx';
import { dayOf } from '../organization/day-of.ts';
import styles from './exercise-calendar.module.css';
import { ExerciseLegend } from './exercise-legend.tsx';
import { Sequels } from './sequels.tsx';
import { texts } from './texts.tsx';

const path = '/exercises/calendar';
const pageSize = 50;

type Exercise = ExerciseCalendarQuery['exercises']['nodes'][number];

/**
 * `/exercises/calendar`: exercises by the year in which they start, latest first, 50 per page, with marks by status.
 */
export async function CalendarPage({ parameters }: { parameters: SearchParameters }) {
  const view = viewOf(parameters);
  const pageAddress = { path, parameters };
  const problems = addressProblems(parameters, { ...viewRules, ...pageRules });
  if (problems.length > 0) return <InvalidAddressPage pageAddress={pageAddress} problems={problems} />;
  const before = firstValue(parameters.before) ?? null;
  const answer = await queryRegister(
    ExerciseCalendarDocument,
    {
      after: firstValue(parameters.after) ?? null,
      before,
      first: before ? null : pageSize,
      last: before ? pageSize : null,
    },
    view,
  );
  if (!answer.ok) return <RefusalPage pageAddress={pageAddress} view={view} refusal={answer.refusal} />;
  const { held, announced, exercises } = answer.data;
  const years = [...new Set(exercises.nodes.map(yearOf))];
  return (
    <Frame pageAddress={pageAddress} view={view} revision={answer.revision} cited={{ title: texts.heading }}>
      <article className={styles.page}>
        <header className={styles.head}>
          <h1>{texts.heading}</h1>
          <p className={styles.lead}>
            {texts.lead(<b>{formatCount(held.totalCount)}</b>, <b>{formatCount(announced.totalCount)}</b>)}{' '}
            <a href={address('/exercises', view)}>{texts.showList}</a>
          </p>
          <ExerciseLegend statuses={exercises.nodes.map(({ status }) => status)} />
        </header>
        {exercises.nodes.length > 0 ? (
          <ExerciseStrip
            exercises={exercises.nodes}
            until={Number(dayOf(view, answer.revision).slice(0, 4))}
            hrefOf={(id) => `#${id}`}
          />
        ) : (
          <p>{texts.none}</p>
        )}
        {years.map((year) => (
          <section key={year ?? 'undated'} className={styles.year} aria-labelledby={`year-${year ?? 'undated'}`}>
            <h2 id={`year-${year ?? 'undated'}`}>{year ?? texts.undated}</h2>
            <ul>
              {exercises.nodes
                .filter((exercise) => yearOf(exercise) === year)
                .map((exercise) => (
                  <Line key={exercise.id} exercise={exercise} view={view} />
                ))}
            </ul>
          </section>
        ))}
        <PageLinks pageInfo={exercises.pageInfo} view={view} />
      </article>
    </Frame>
  );
}

function yearOf({ start }: Exercise): number | null {
  return start?.earliest ? Number(start.earliest.slice(0, 4)) : null;
}

function Line({ exercise, view }: { exercise: Exercise; view: View }) {
  const { id, status, start, end, place, location, participations, grade, evidenceStatus } = exercise;
  return (
    <li id={id} className={styles.exercise} data-status={status}>
      <ExerciseMark status={status} size={13} />
      <span>
        <FactLink fact={exercise} view={view} />
        <span className={styles.fine}>
          <b>{fieldsOf('Exercise').status?.list?.values[status]?.label ?? status}</b> ·{' '}
          {end ? texts.period(<DateWords date={start} />, <DateWords date={end} />) : <DateWords date={start} />}
          {place ? (
            <>
              {' · '}
              <FactLink fact={place} view={view} />
            </>
          ) : location ? (
            ` · ${location}`
          ) : null}
        </span>
        <span className={styles.fine}>
          {participations.nodes.map(({ id: key, actor }, at) => (
            <span key={key}>
              {at > 0 ? ', ' : ''}
              <FactLink fact={actor} view={view} />
            </span>
          ))}
          {participations.pageInfo.hasNextPage ? texts.moreParticipants : ''}
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

function PageLinks({ pageInfo, view }: { pageInfo: ExerciseCalendarQuery['exercises']['pageInfo']; view: View }) {
  const { hasNextPage, hasPreviousPage, startCursor, endCursor } = pageInfo;
  if (!hasNextPage && !hasPreviousPage) return null;
  return (
    <nav aria-label={texts.pages.name} className={styles.turn}>
      {hasPreviousPage ? <a href={address(path, view, { before: startCursor ?? '' })}>{texts.pages.later}</a> : null}
      {hasNextPage ? <a href={address(path, view, { after: endCursor ?? '' })}>{texts.pages.earlier}</a> : null}
    </nav>
  );
}
