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
import ladderStyles from './ladder.module.css';

type Year = Dyad['ladder']['years'][number];

const columns: readonly Column<Year>[] = [
  { key: 'year', label: 'Year', isName: true, cell: ({ year }) => year ?? 'date not stated' },
  { key: 'cooperation', label: 'Cooperation', isNumber: true, cell: ({ cooperation }) => scoreWords(cooperation) },
  { key: 'conflict', label: 'Conflict', isNumber: true, cell: ({ conflict }) => scoreWords(-conflict) },
  { key: 'net', label: 'Net', isNumber: true, cell: ({ net }) => scoreWords(net) },
  {
    key: 'mean',
    label: 'Net per event',
    isNumber: true,
    cell: ({ mean }) => (mean === null ? null : scoreWords(mean)),
  },
  { key: 'n', label: 'Events scored', isNumber: true, cell: ({ n }) => n },
];

/** The event ladder of the dyad: a chart of scores by year, the same as a table, and the list of events. */
export function Ladder({ dyad, view }: { dyad: Dyad; view: View }) {
  const { ladder, events, on } = dyad;
  const listedYears = new Set(events.nodes.map(({ date }) => yearOf(date)));
  return (
    <Section
      id="ladder"
      title="Event ladder"
      lead={
        <>
          Events between the two up to {dayWords(on)}, by year, scored on Goldstein’s scale from −10 (conflict) to +10
          (cooperation). The chart shows cooperation and conflict separately, because a sum of zero would hide both.
        </>
      }
      aside={ladder.n + ladder.unscored > 0 ? <Sums ladder={ladder} /> : null}
    >
      {ladder.n > 0 ? (
        <figure className={ladderStyles.chart} aria-label="Event ladder">
          <EventLadder
            years={ladder.years}
            until={Number(on.slice(0, 4))}
            scoresOf={(year) =>
              events.nodes.flatMap(({ date, goldstein, auxiliary }) =>
                yearOf(date) === year && goldstein !== null && !auxiliary?.length ? [goldstein] : [],
              )
            }
            hrefOf={(year) => (listedYears.has(year) ? `#events-${year ?? 'undated'}` : '#events')}
          />
          <figcaption className={ladderStyles.legend}>
            <span>
              <i className={ladderStyles.swatch} data-tone="cooperation" /> cooperation
            </span>
            <span>
              <i className={ladderStyles.swatch} data-tone="conflict" /> conflict
            </span>
            <span>
              <i className={ladderStyles.swatch} data-tone="cut" /> boundary between two events
            </span>
            <span>
              <b>n</b> events scored in the year; select a bar to see them
            </span>
          </figcaption>
        </figure>
      ) : null}
      <MissingScores ladder={ladder} eventCount={events.totalCount} on={on} />
      {ladder.n > 0 ? (
        <details className={styles.collapsible}>
          <summary>Show the event ladder as a table</summary>
          <Table
            caption="Events by year"
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
    <span className={ladderStyles.sums}>
      cooperation <b data-tone="cooperation">{scoreWords(ladder.cooperation)}</b> · conflict{' '}
      <b data-tone="conflict">{scoreWords(-ladder.conflict)}</b> · <b>n = {ladder.n}</b> · not scored{' '}
      <b>{ladder.unscored}</b>
    </span>
  );
}

interface MissingScoresProps {
  readonly ladder: Dyad['ladder'];
  readonly eventCount: number;
  readonly on: string;
}

/** Explains why the ladder has no scores at all, none on one side, or none for some events. */
function MissingScores({ ladder, eventCount, on }: MissingScoresProps) {
  if (ladder.n === 0)
    return (
      <Notice title="No scored events">
        {eventCount === 0
          ? `The register has no record of an event between the two up to ${dayWords(on)}.`
          : 'None of the events between the two has a score that counts.'}{' '}
        Therefore there are no sums and no mean. Events may have happened without being recorded here.
      </Notice>
    );
  const emptySides = [ladder.cooperation === 0 && 'cooperation', ladder.conflict === 0 && 'conflict'].filter(Boolean);
  if (emptySides.length === 0 && ladder.unscored === 0) return null;
  return (
    <p className={ladderStyles.missingScores}>
      {emptySides.length > 0
        ? `No recorded event is scored as ${emptySides.join(' or ')}. Allegations, denials and predictions are not events: they are listed under “Open claims” and are not counted here. `
        : ''}
      {ladder.unscored > 0
        ? `${ladder.unscored} ${ladder.unscored === 1 ? 'event has no score because it has' : 'events have no score because they have'} no CAMEO code. Listed below, but not counted.`
        : ''}
    </p>
  );
}
