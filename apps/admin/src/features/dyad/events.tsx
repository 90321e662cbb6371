import { uncountedAuxiliaries } from '@chancery/codebook';
import type { View } from '../../addresses/view.ts';
import { scoreWords } from '../../charts/score-words.ts';
import { DateWords } from '../../fields/date-words.tsx';
import { FactLink } from '../../fields/fact-link.tsx';
import type { DyadEventFragment } from '../../generated/register/graphql.ts';
import { EvidenceStatus } from '../evidence/evidence-status.tsx';
import { GradeChip } from '../evidence/grade-chip.tsx';
import { MoreNote } from '../lists/more-note.tsx';
import styles from './dyad.module.css';
import type { Dyad } from './heading.tsx';
import { ListedValues } from './listed-values.tsx';
import { texts } from './texts.tsx';

/** Returns the first year in which an event may begin; null if it has no date, or if its start is open or unknown. */
export function yearOf(date: { readonly earliest: string | null } | null): number | null {
  return date?.earliest ? Number(date.earliest.slice(0, 4)) : null;
}

/** The events of the dyad by year, latest first, with events without a year last. Renders nothing if there are none. */
export function DyadEvents({ events, view }: { events: Dyad['events']; view: View }) {
  const years = [...new Set(events.nodes.map(({ date }) => yearOf(date)))];
  if (years.length === 0) return null;
  return (
    <div id="events" className={styles.events}>
      {years.map((year) => (
        <section
          key={year ?? 'undated'}
          id={`events-${year ?? 'undated'}`}
          aria-labelledby={`events-of-${year ?? 'undated'}`}
          className={styles.year}
        >
          <h3 id={`events-of-${year ?? 'undated'}`}>{year ?? texts.events.undated}</h3>
          <ul>
            {events.nodes
              .filter(({ date }) => yearOf(date) === year)
              .map((event) => (
                <EventLine key={event.id} event={event} view={view} />
              ))}
          </ul>
        </section>
      ))}
      <MoreNote shownCount={events.nodes.length} totalCount={events.totalCount} />
    </div>
  );
}

function EventLine({ event, view }: { event: DyadEventFragment; view: View }) {
  return (
    <li className={styles.event}>
      <span className={styles.score} data-tone={toneOf(event.goldstein)}>
        {event.goldstein === null ? texts.events.noScore : scoreWords(event.goldstein)}
      </span>
      <span className={styles.what}>
        <FactLink fact={event} view={view} />
        <span className={styles.fine}>
          <DateWords date={event.date} /> · <ListedValues type="Event" field="category" value={event.category} />
          {event.cameoCode ? texts.events.cameo(event.cameoCode) : ''}
          {event.scoreOverride === null ? '' : texts.events.scoreOverride}
          {event.auxiliary?.length ? (
            <>
              {' · '}
              <ListedValues type="Event" field="auxiliary" value={event.auxiliary} />
              {event.auxiliary.some((value) => uncountedAuxiliaries.includes(value)) ? texts.events.notCounted : ''}
            </>
          ) : null}
        </span>
      </span>
      <span className={styles.marks}>
        <EvidenceStatus status={event.evidenceStatus} quiet />
        <GradeChip grade={event.grade} />
      </span>
    </li>
  );
}

function toneOf(score: number | null): 'cooperation' | 'conflict' | undefined {
  if (score === null || score === 0) return undefined;
  return score > 0 ? 'cooperation' : 'conflict';
}
