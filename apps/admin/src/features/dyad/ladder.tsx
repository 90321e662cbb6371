import type { View } from '../../addresses/view.ts';
import { EventLadder } from '../../charts/event-ladder.tsx';
import { scoreWords } from '../../charts/score-words.ts';
import { Notice } from '../../ui/notice.tsx';
import { Section } from '../../ui/section.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import styles from './dyad.module.css';
import { DyadEvents, yearOf } from './events.tsx';
import type { Dyad } from './heading.tsx';
import ladderStyles from './ladder.module.css';
import { texts } from './texts.tsx';

type Year = Dyad['ladder']['years'][number];

const columns: readonly Column<Year>[] = [
  { key: 'year', label: texts.ladder.columns.year, isName: true, cell: ({ year }) => year ?? texts.ladder.undated },
  {
    key: 'cooperation',
    label: texts.ladder.columns.cooperation,
    isNumber: true,
    cell: ({ cooperation }) => scoreWords(cooperation),
  },
  {
    key: 'conflict',
    label: texts.ladder.columns.conflict,
    isNumber: true,
    cell: ({ conflict }) => scoreWords(-conflict),
  },
  { key: 'net', label: texts.ladder.columns.net, isNumber: true, cell: ({ net }) => scoreWords(net) },
  {
    key: 'mean',
    label: texts.ladder.columns.mean,
    isNumber: true,
    cell: ({ mean }) => (mean === null ? null : scoreWords(mean)),
  },
  { key: 'n', label: texts.ladder.columns.n, isNumber: true, cell: ({ n }) => n },
];

/** The event ladder of the dyad: the scores by year as a chart and as a table, and the list of events. */
export function Ladder({ dyad, view }: { dyad: Dyad; view: View }) {
  const { ladder, events, on } = dyad;
  const listedYears = new Set(events.nodes.map(({ date }) => yearOf(date)));
  return (
    <Section
      id="ladder"
      title={texts.ladder.heading}
      lead={texts.ladder.lead(on)}
      aside={ladder.n + ladder.unscored > 0 ? <Sums ladder={ladder} /> : null}
    >
      {ladder.n > 0 ? (
        <figure className={ladderStyles.chart} aria-label={texts.ladder.heading}>
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
              <i className={ladderStyles.swatch} data-tone="cooperation" /> {texts.ladder.legend.cooperation}
            </span>
            <span>
              <i className={ladderStyles.swatch} data-tone="conflict" /> {texts.ladder.legend.conflict}
            </span>
            <span>
              <i className={ladderStyles.swatch} data-tone="cut" /> {texts.ladder.legend.cut}
            </span>
            <span>{texts.ladder.legend.count(<b>{texts.ladder.legend.countSign}</b>)}</span>
          </figcaption>
        </figure>
      ) : null}
      <MissingScores ladder={ladder} events={events} on={on} />
      {ladder.n > 0 ? (
        <details className={styles.collapsible}>
          <summary>{texts.ladder.showTable}</summary>
          <Table
            caption={texts.ladder.table}
            columns={columns}
            rows={ladder.years}
            keyOf={({ year }) => String(year ?? 'undated')}
          />
          <p className={styles.small}>{texts.ladder.scale(ladder.scale)}</p>
        </details>
      ) : null}
      <DyadEvents events={events} view={view} />
    </Section>
  );
}

function Sums({ ladder }: { ladder: Dyad['ladder'] }) {
  return (
    <span className={ladderStyles.sums}>
      {texts.ladder.sums(
        <b data-tone="cooperation">{scoreWords(ladder.cooperation)}</b>,
        <b data-tone="conflict">{scoreWords(-ladder.conflict)}</b>,
        <b>{texts.ladder.n(ladder.n)}</b>,
        <b>{ladder.unscored}</b>,
      )}
    </span>
  );
}

interface MissingScoresProps {
  readonly ladder: Dyad['ladder'];
  readonly events: Dyad['events'];
  readonly on: string;
}

/** Explains why the ladder has no scores, no scores on one side, or events without a score. */
function MissingScores({ ladder, events, on }: MissingScoresProps) {
  if (ladder.n === 0)
    return (
      <Notice title={texts.ladder.noScores.title}>
        {events.totalCount === 0 ? texts.ladder.noScores.noEvents(on) : texts.ladder.noScores.noneCounted}{' '}
        {texts.ladder.noScores.consequence}
      </Notice>
    );
  const emptySides = emptySidesWords(ladder);
  const isListed = events.nodes.length === events.totalCount;
  const sentences = [
    ...(emptySides ? [emptySides, texts.ladder.notCounted] : []),
    ...(ladder.unscored > 0 ? [texts.ladder.unscored(ladder.unscored, isListed)] : []),
  ];
  return sentences.length === 0 ? null : <p className={ladderStyles.missingScores}>{sentences.join(' ')}</p>;
}

/** Returns a sentence that says which sides of the ladder have no scores; undefined if both have some. */
function emptySidesWords({ cooperation, conflict }: Dyad['ladder']): string | undefined {
  if (cooperation === 0 && conflict === 0) return texts.ladder.noneOfEither;
  if (cooperation === 0) return texts.ladder.noCooperation;
  return conflict === 0 ? texts.ladder.noConflict : undefined;
}
