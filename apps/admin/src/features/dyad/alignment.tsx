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
  seriesNames,
  seriesOf,
  valueWords,
} from './alignment-series.ts';
import { coverageWords, headlineOf, shortReason, weakYears } from './alignment-words.ts';
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
  const first = firstYearIndex(all);
  const isBare = all.every((points) => points.every(({ value }) => value === null));
  return (
    <Section
      id="alignment"
      title="Alignment"
      lead={
        <>
          How the two vote and what they share, year by year, where a data set of the register is complete. Hatched
          years have no number: that is not 0. Do not compare levels of agreement across years: the Assembly votes on
          other things each year.
        </>
      }
    >
      {isBare ? (
        <Notice title="No statistics for these two">
          <ul className={styles.reasons}>
            {seriesNames.map((name) => (
              <li key={name}>
                {seriesOf[name].title}: {alignment[name].points.at(-1)?.reason}
              </li>
            ))}
          </ul>
          <p>
            Statistics are computed only where a data set is complete. What the register holds of the two is listed
            below.
          </p>
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
            Computed from revision {alignment.kappa.revision} of the register, for the years to {until}; system of
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
  const headline = headlineOf(series.points);
  const weak = weakYears(series.points);
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
          {headline ? (
            <>
              <b>{valueWords(name, headline.value)}</b> in {headline.year}, n = {headline.n}
              {headline.unknown ? `, and ${headline.unknown} more of unknown dates` : ''}
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
      <Coverage series={series} weak={weak} />
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

/** What the statistic covers, in a line, with an explanation one click away. */
function Coverage({ series, weak }: { readonly series: SeriesPartsFragment; readonly weak: number }) {
  const [first] = series.coverage;
  return (
    <details className={styles.coverage}>
      <summary>
        Coverage:{' '}
        {first ? `${first.source.label}, ${coverageWords(first)}` : 'the register has no data set of this kind.'}
        {series.coverage.length > 1 ? ` And ${series.coverage.length - 1} more.` : ''}
        {weak > 0 ? ` Hollow: fewer than ${series.minimum} cases.` : ''}
      </summary>
      {series.coverage.length > 1 ? (
        <ul>
          {series.coverage.map((one) => (
            <li key={`${one.source.id} ${one.from}`}>
              <a href={`/sources/${one.source.id}`}>{one.source.label}</a>: {coverageWords(one)}
            </li>
          ))}
        </ul>
      ) : null}
      <p>
        A number is shown only for years that a data set covers completely. Outside them nothing is known: hatched years
        are not 0.{' '}
        {series.minimum > 0
          ? `A number that rests on fewer than ${series.minimum} cases is drawn hollow and is never the headline. `
          : ''}
        Rules of version {series.readingVersion}.
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
      label: seriesOf[name].title,
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
