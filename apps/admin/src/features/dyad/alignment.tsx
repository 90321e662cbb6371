import { YearChart } from '../../charts/year-chart.tsx';
import { firstYearIndex } from '../../charts/year-scale.ts';
import type { SeriesPartsFragment } from '../../generated/register/graphql.ts';
import { Notice } from '../../ui/notice.tsx';
import { Section } from '../../ui/section.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import styles from './alignment.module.css';
import {
  type DyadAlignment,
  firstAlignmentYear,
  type SeriesName,
  seriesDescriptions,
  seriesNames,
  valueWords,
} from './alignment-series.ts';
import { countWeakYears, coverageWords, headlineOf, shortReason } from './alignment-words.ts';
import dyadStyles from './dyad.module.css';
import type { Side } from './side.ts';

interface AlignmentProps {
  readonly alignment: DyadAlignment;
  readonly a: Side;
  readonly b: Side;
  /** The last year that is shown. */
  readonly until: number;
}

/** Statistics of two states by year (similarity of votes, shared memberships and exercises): charts, a table and files. */
export function Alignment({ alignment, a, b, until }: AlignmentProps) {
  const allPoints = seriesNames.map((name) => alignment[name].points);
  const first = firstYearIndex(allPoints);
  const isEmpty = allPoints.every((points) => points.every(({ value }) => value === null));
  return (
    <Section
      id="alignment"
      title="Alignment"
      lead={
        <>
          How similarly the two vote and what they share, by year, for the years that a data set in the register covers
          completely. Hatched years have no value, which does not mean 0. Do not compare the levels of kappa and S
          between years, because the General Assembly votes on different questions each year.
        </>
      }
    >
      {isEmpty ? (
        <Notice title="No statistics for these two">
          <ul className={styles.reasons}>
            {seriesNames.map((name) => (
              <li key={name}>
                {seriesDescriptions[name].title}: {alignment[name].points.at(-1)?.reason}
              </li>
            ))}
          </ul>
          <p>
            Statistics are computed only for years that a data set covers completely. The records of the two are listed
            below.
          </p>
        </Notice>
      ) : (
        <>
          <div className={styles.charts}>
            {seriesNames.map((name) => (
              <StatisticChart
                key={name}
                name={name}
                series={{ ...alignment[name], points: alignment[name].points.slice(first) }}
                sides={[a, b]}
              />
            ))}
          </div>
          <p className={dyadStyles.small}>
            Computed from revision {alignment.kappa.revision} of the register, for the years to {until}; system of
            states: {alignment.kappa.system === 'COW' ? 'Correlates of War' : 'Gleditsch and Ward'}.
          </p>
          <details className={dyadStyles.collapsible}>
            <summary>Show the statistics as a table</summary>
            <Table
              caption="Statistics by year"
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

interface StatisticChartProps {
  readonly name: SeriesName;
  readonly series: SeriesPartsFragment;
  readonly sides: readonly [Side, Side];
}

function StatisticChart({ name, series, sides: [a, b] }: StatisticChartProps) {
  const { title, ends } = seriesDescriptions[name];
  const headline = headlineOf(series.points);
  const weakCount = countWeakYears(series.points);
  const fileAddress = (format: string) =>
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
          {headline ? (
            <>
              <b>{valueWords(name, headline.value)}</b> in {headline.year}, n = {headline.n}
              {headline.unknown ? `, and ${headline.unknown} more with unknown dates` : ''}
            </>
          ) : (
            shortReason(series.points.at(-1)?.reasonCode)
          )}
        </p>
      </div>
      <YearChart
        label={`${title} by year`}
        years={series.points}
        {...(ends ? { ends } : {})}
        wordsOf={(value) => valueWords(name, value)}
        reasonOf={(year) => shortReason(year.reasonCode)}
      />
      <Coverage series={series} weakCount={weakCount} />
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
          <a href={fileAddress('csv')} aria-label={`${title} as CSV`}>
            CSV
          </a>{' '}
          <a href={fileAddress('json')} aria-label={`${title} as JSON`}>
            JSON
          </a>
        </span>
      </figcaption>
    </figure>
  );
}

/** The coverage of a statistic in one line, which expands to an explanation. */
function Coverage({ series, weakCount }: { readonly series: SeriesPartsFragment; readonly weakCount: number }) {
  const [first] = series.coverage;
  return (
    <details className={styles.coverage}>
      <summary>
        Coverage:{' '}
        {first ? `${first.source.label}, ${coverageWords(first)}` : 'the register has no data set for this statistic.'}
        {series.coverage.length > 1 ? ` And ${series.coverage.length - 1} more.` : ''}
        {weakCount > 0 ? ` Hollow marks: fewer than ${series.minimum} cases.` : ''}
      </summary>
      {series.coverage.length > 1 ? (
        <ul>
          {series.coverage.map((coverage) => (
            <li key={`${coverage.source.id} ${coverage.from}`}>
              <a href={`/sources/${coverage.source.id}`}>{coverage.source.label}</a>: {coverageWords(coverage)}
            </li>
          ))}
        </ul>
      ) : null}
      <p>
        Values are shown only for years that a data set covers completely. Hatched years have no value, which does not
        mean 0.{' '}
        {series.minimum > 0
          ? `Values based on fewer than ${series.minimum} cases are drawn hollow and are not used as the headline. `
          : ''}
        Computed with version {series.readingVersion} of the rules.
      </p>
    </details>
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
      label: seriesDescriptions[name].title,
      isNumber: true,
      cell: ({ [name]: point }) =>
        typeof point?.value === 'number' ? (
          <>
            {valueWords(name, point.value)} <small>n = {point.n}</small>
            {point.belowMinimum ? <small> (few)</small> : null}
          </>
        ) : (
          <span title={point?.reason ?? undefined}>{shortReason(point?.reasonCode)}</span>
        ),
    }),
  ),
];
