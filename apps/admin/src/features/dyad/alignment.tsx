import { YearChart } from '../../charts/year-chart.tsx';
import { shownFrom } from '../../charts/year-scale.ts';
import type { SeriesPartsFragment } from '../../generated/register/graphql.ts';
import { Notice } from '../../ui/notice.tsx';
import { Section } from '../../ui/section.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import styles from './alignment.module.css';
import {
  type DyadAlignment,
  firstAlignmentYear,
  type SeriesName,
  seriesNames,
  seriesOf,
  valueWords,
} from './alignment-series.ts';
import dyadStyles from './dyad.module.css';
import type { Side } from './side.ts';

interface AlignmentProps {
  readonly alignment: DyadAlignment;
  readonly a: Side;
  readonly b: Side;
  /** The last year that is shown. */
  readonly until: number;
}

/** How alike two states are and what they have in common, year by year: small charts, the same as a table, and as files. */
export function Alignment({ alignment, a, b, until }: AlignmentProps) {
  const all = seriesNames.map((name) => alignment[name].points);
  const first = shownFrom(all);
  const isBare = all.every((points) => points.every(({ value }) => value === null));
  return (
    <Section
      id="alignment"
      title="Alignment"
      lead={
        <>
          How the two vote and what they share, year by year. Hatched years have no data: that is not 0. Levels of
          agreement are not to be compared across years in which the Assembly voted on other things.
        </>
      }
    >
      {isBare ? (
        <Notice title="No numbers: nothing can be compared">
          {alignment.kappa.points.at(-1)?.reason} {alignment.memberships.points.at(-1)?.reason}
        </Notice>
      ) : (
        <>
          <div className={styles.charts}>
            {seriesNames.map((name) => (
              <Measure
                key={name}
                name={name}
                series={{ ...alignment[name], points: alignment[name].points.slice(first) }}
                pair={[a, b]}
              />
            ))}
          </div>
          <p className={dyadStyles.small}>
            Reckoned from revision {alignment.kappa.revision} of the register, for the years to {until}; system of
            states: {alignment.kappa.system === 'COW' ? 'Correlates of War' : 'Gleditsch and Ward'}.
          </p>
          <details className={dyadStyles.twin}>
            <summary>The measures as a table</summary>
            <Table
              caption="The measures by year"
              columns={columns}
              rows={yearsOf(alignment, first)}
              keyOf={({ year }) => String(year)}
            />
          </details>
        </>
      )}
    </Section>
  );
}

interface MeasureProps {
  readonly name: SeriesName;
  readonly series: SeriesPartsFragment;
  readonly pair: readonly [Side, Side];
}

function Measure({ name, series, pair: [a, b] }: MeasureProps) {
  const { title, ends } = seriesOf[name];
  const latest = series.points.findLast(({ value }) => value !== null);
  const file = (format: string) =>
    `/measures/${series.measure.toLowerCase().replaceAll('_', '-')}?${new URLSearchParams({
      ...{ a: a.id, b: b.id },
      from: String(series.points[0]?.year ?? firstAlignmentYear),
      to: String(series.points.at(-1)?.year ?? firstAlignmentYear),
      at: String(series.revision),
      format,
    })}`;
  return (
    <figure className={styles.measure}>
      <div className={styles.head}>
        <h3>{title}</h3>
        <p className={styles.latest}>
          {latest?.value === undefined || latest.value === null ? (
            'no data'
          ) : (
            <>
              <b>{valueWords(name, latest.value)}</b> in {latest.year}, n = {latest.n}
              {latest.unknown ? `, and ${latest.unknown} more of unknown dates` : ''}
            </>
          )}
        </p>
      </div>
      <YearChart
        label={`${title} by year`}
        years={series.points}
        {...(ends ? { ends } : {})}
        wordsOf={(value) => valueWords(name, value)}
      />
      <figcaption className={styles.caption}>
        <span>
          Scale: {series.scale}
          {series.weights ? `, ${series.weights.toLowerCase()} weights` : ''}. {series.reference.text}
          {series.reference.doi ? (
            <>
              , <a href={`https://doi.org/${series.reference.doi}`}>doi:{series.reference.doi}</a>
            </>
          ) : null}
          .
        </span>
        <span className={styles.data}>
          Data:{' '}
          <a href={file('csv')} aria-label={`${title} as CSV`}>
            CSV
          </a>{' '}
          <a href={file('json')} aria-label={`${title} as JSON`}>
            JSON
          </a>
        </span>
      </figcaption>
    </figure>
  );
}

type Year = { readonly year: number } & Readonly<Record<SeriesName, SeriesPartsFragment['points'][number] | undefined>>;

function yearsOf(alignment: DyadAlignment, first: number): Year[] {
  return alignment.kappa.points.slice(first).map(({ year }, at) => ({
    year,
    kappa: alignment.kappa.points[first + at],
    s: alignment.s.points[first + at],
    memberships: alignment.memberships.points[first + at],
    exercises: alignment.exercises.points[first + at],
  }));
}

const columns: readonly Column<Year>[] = [
  { key: 'year', label: 'Year', isName: true, cell: ({ year }) => year },
  ...seriesNames.map(
    (name): Column<Year> => ({
      key: name,
      label: seriesOf[name].title,
      isNumber: true,
      cell: ({ [name]: point }) =>
        typeof point?.value === 'number' ? (
          <>
            {valueWords(name, point.value)} <small>n = {point.n}</small>
          </>
        ) : (
          <span title={point?.reason ?? undefined}>no data</span>
        ),
    }),
  ),
];
