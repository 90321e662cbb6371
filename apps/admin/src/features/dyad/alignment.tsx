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
import { texts } from './texts.tsx';

interface AlignmentProps {
  readonly alignment: DyadAlignment;
  readonly a: Side;
  readonly b: Side;
  /** The last year that is shown. */
  readonly until: number;
}

/** In place of the statistics when the API is too busy to compute them. */
export function BusyAlignment() {
  return (
    <Section id="alignment" title={texts.alignment.heading} lead={texts.alignment.lead}>
      <Notice title={texts.alignment.busy.title}>
        <p>{texts.alignment.busy.body}</p>
      </Notice>
    </Section>
  );
}

/**
 * Statistics of two states by year (similarity of votes, shared memberships and exercises): charts, a table, and links
 * to files. If no year has a number, the reasons instead.
 */
export function Alignment({ alignment, a, b, until }: AlignmentProps) {
  const allPoints = seriesNames.map((name) => alignment[name].points);
  const first = firstYearIndex(allPoints);
  const isEmpty = allPoints.every((points) => points.every(({ value }) => value === null));
  return (
    <Section id="alignment" title={texts.alignment.heading} lead={texts.alignment.lead}>
      {isEmpty ? (
        <Notice title={texts.alignment.none.title}>
          <ul className={styles.reasons}>
            {seriesNames.map((name) => (
              <li key={name}>
                {texts.alignment.none.reason(
                  seriesDescriptions[name].title,
                  alignment[name].points.at(-1)?.reason ?? texts.alignment.noReason,
                )}
              </li>
            ))}
          </ul>
          <p>{texts.alignment.none.body}</p>
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
            {texts.alignment.origin(
              alignment.kappa.revision,
              until,
              alignment.kappa.system === 'COW' ? texts.alignment.systems.COW : texts.alignment.systems.GW,
            )}
          </p>
          <details className={dyadStyles.collapsible}>
            <summary>{texts.alignment.showTable}</summary>
            <Table
              caption={texts.alignment.table}
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
          {headline
            ? texts.alignment.latest(
                <b>{valueWords(name, headline.value)}</b>,
                headline.year,
                headline.n,
                headline.unknown,
              )
            : shortReason(series.points.at(-1)?.reasonCode)}
        </p>
      </div>
      <YearChart
        label={texts.alignment.chart(title)}
        years={series.points}
        {...(ends ? { ends } : {})}
        wordsOf={(value) => valueWords(name, value)}
        reasonOf={(year) => shortReason(year.reasonCode)}
      />
      <Coverage series={series} weakCount={weakCount} />
      <figcaption className={styles.caption}>
        <span>
          {texts.alignment.scale(
            series.scale,
            series.weights?.toLowerCase() ?? null,
            series.reference.text,
            series.reference.doi ? (
              <a href={`https://doi.org/${series.reference.doi}`}>{texts.alignment.doi(series.reference.doi)}</a>
            ) : null,
          )}
        </span>
        <span className={styles.data}>
          {texts.alignment.files.label}{' '}
          <a href={fileAddress('csv')} aria-label={texts.alignment.files.csvOf(title)}>
            {texts.alignment.files.csv}
          </a>{' '}
          <a href={fileAddress('json')} aria-label={texts.alignment.files.jsonOf(title)}>
            {texts.alignment.files.json}
          </a>
        </span>
      </figcaption>
    </figure>
  );
}

/** The coverage of a statistic in one line, which expands to an explanation. */
function Coverage({ series, weakCount }: { readonly series: SeriesPartsFragment; readonly weakCount: number }) {
  const [first] = series.coverage;
  const { coverage: words } = texts.alignment;
  return (
    <details className={styles.coverage}>
      <summary>
        {words.label} {first ? words.first(first.source.label, coverageWords(first)) : words.none}
        {series.coverage.length > 1 ? words.more(series.coverage.length - 1) : ''}
        {weakCount > 0 ? words.hollow(series.minimum) : ''}
      </summary>
      {series.coverage.length > 1 ? (
        <ul>
          {series.coverage.map((coverage) => (
            <li key={`${coverage.source.id} ${coverage.from}`}>
              {words.one(
                <a href={`/sources/${coverage.source.id}`}>{coverage.source.label}</a>,
                coverageWords(coverage),
              )}
            </li>
          ))}
        </ul>
      ) : null}
      <p>
        {[
          words.explanation,
          ...(series.minimum > 0 ? [words.minimum(series.minimum)] : []),
          words.version(series.readingVersion),
        ].join(' ')}
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
  { key: 'year', label: texts.alignment.year, isName: true, cell: ({ year }) => year },
  ...seriesNames.map(
    (name): Column<Year> => ({
      key: name,
      label: seriesDescriptions[name].title,
      isNumber: true,
      cell: ({ [name]: point }) =>
        typeof point?.value === 'number' ? (
          <>
            {valueWords(name, point.value)} <small>{texts.alignment.cell.n(point.n)}</small>
            {point.belowMinimum ? <small> {texts.alignment.cell.few}</small> : null}
          </>
        ) : (
          <span title={point?.reason ?? undefined}>{shortReason(point?.reasonCode)}</span>
        ),
    }),
  ),
];
