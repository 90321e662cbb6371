import type { View } from '../../addresses/view.ts';
import { EventLadder } from '../../charts/event-ladder.tsx';
import { scoreWords } from '../../charts/score-words.ts';
import { dayWords } from '../../ui/moment.ts';
import { Notice } from '../../ui/notice.tsx';
import { Section } from '../../ui/section.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import styles from './dyad.module.css';
import { DyadEvents, yearOf } from './events.tsx';
import type { Dyad } from './heading.tsx';

type Year = Dyad['ladder']['years'][number];

const columns: readonly Column<Year>[] = [
  { key: 'year', label: 'Year', isName: true, cell: ({ year }) => year ?? 'date not stated' },
  { key: 'cooperation', label: 'Cooperation', isNumber: true, cell: ({ cooperation }) => scoreWords(cooperation) },
  { key: 'conflict', label: 'Conflict', isNumber: true, cell: ({ conflict }) => scoreWords(-conflict) },
  { key: 'net', label: 'Net', isNumber: true, cell: ({ net }) => scoreWords(net) },
  { key: 'mean', label: 'Net an event', isNumber: true, cell: ({ mean }) => (mean === null ? null : scoreWords(mean)) },
  { key: 'n', label: 'Events scored', isNumber: true, cell: ({ n }) => n },
];

/** The events of the dyad on a scale by year, the same as a table, and the events themselves. */
export function Ladder({ dyad, view }: { dyad: Dyad; view: View }) {
  const { ladder, events, on } = dyad;
  const known = new Set(events.nodes.map(({ date }) => yearOf(date)));
  return (
    <Section
      id="ladder"
      title="Event ladder"
      lead={
        <>
          What the two did to or with each other up to {dayWords(on)}, by year, on Goldstein’s scale from −10 to +10.
          The two sides of the line are never netted: a net of nothing hides what swings between them.
        </>
      }
      aside={ladder.n + ladder.unscored > 0 ? <Sums ladder={ladder} /> : null}
    >
      {ladder.n > 0 ? (
        <figure className={styles.chart} aria-label="Event ladder">
          <EventLadder
            years={ladder.years}
            until={Number(on.slice(0, 4))}
            scoresOf={(year) =>
              events.nodes.flatMap(({ date, goldstein, auxiliary }) =>
                yearOf(date) === year && goldstein !== null && !auxiliary?.length ? [goldstein] : [],
              )
            }
            hrefOf={(year) => (known.has(year) ? `#events-${year ?? 'undated'}` : '#events')}
          />
          <figcaption className={styles.legend}>
            <span>
              <i className={styles.swatch} data-tone="cooperation" /> cooperation
            </span>
            <span>
              <i className={styles.swatch} data-tone="conflict" /> conflict
            </span>
            <span>
              <i className={styles.swatch} data-tone="cut" /> where one event ends and the next begins
            </span>
            <span>
              <b>n</b> events scored in the year; each leads to them
            </span>
          </figcaption>
        </figure>
      ) : null}
      <Silence ladder={ladder} found={events.totalCount} on={on} />
      {ladder.n > 0 ? (
        <details className={styles.twin}>
          <summary>The ladder as a table</summary>
          <Table
            caption="The ladder by year"
            columns={columns}
            rows={ladder.years}
            keyOf={({ year }) => String(year ?? 'undated')}
          />
          <p className={styles.small}>Scale: {ladder.scale}.</p>
        </details>
      ) : null}
      <DyadEvents events={events} view={view} />
    </Section>
  );
}

function Sums({ ladder }: { ladder: Dyad['ladder'] }) {
  return (
    <span className={styles.sums}>
      cooperation <b data-tone="cooperation">{scoreWords(ladder.cooperation)}</b> · conflict{' '}
      <b data-tone="conflict">{scoreWords(-ladder.conflict)}</b> · <b>n = {ladder.n}</b> · not scored{' '}
      <b>{ladder.unscored}</b>
    </span>
  );
}

/** What it means that a number is not there, or that one side of the line is bare. */
function Silence({ ladder, found, on }: { ladder: Dyad['ladder']; found: number; on: string }) {
  if (ladder.n === 0)
    return (
      <Notice title="No mean: nothing is scored">
        {found === 0
          ? `The register has no record of an event between the two up to ${dayWords(on)}.`
          : 'None of the events between the two has a score that counts.'}{' '}
        There is nothing to add up, and a mean of nothing is no number. That nothing is recorded does not say that
        nothing was done.
      </Notice>
    );
  const bare = [ladder.cooperation === 0 && 'cooperation', ladder.conflict === 0 && 'conflict'].filter(Boolean);
  if (bare.length === 0 && ladder.unscored === 0) return null;
  return (
    <p className={styles.silence}>
      {bare.length > 0
        ? `No recorded event scores as ${bare.join(' or ')}. What is alleged, denied or predicted is no event: it stands under the open claims and is added to neither side. `
        : ''}
      {ladder.unscored > 0
        ? `${ladder.unscored} ${ladder.unscored === 1 ? 'event has' : 'events have'} no score, because they have no CAMEO code; they are listed below and count on neither side.`
        : ''}
    </p>
  );
}
