import { pixelScale } from './pixel-scale.ts';
import { texts } from './texts.ts';
import styles from './year-chart.module.css';
import { type ChartYear, gapsOf, yearScale } from './year-scale.ts';

interface YearChartProps<Chart extends ChartYear> {
  /** The accessible name of the chart. */
  readonly label: string;
  readonly years: readonly Chart[];
  /** The ends of the axis, for a statistic with fixed bounds. Without them, the values are counts and the axis starts at 0. */
  readonly ends?: readonly [bottom: number, top: number];
  /** Formats a value. */
  readonly wordsOf: (value: number) => string;
  /** Returns a few words that say why a year has no number. */
  readonly reasonOf: (year: Chart) => string;
}

const height = 112;
const paddingTop = 8;
/** Gaps wider than this share of the chart, in per cent, are labelled with their reason. */
const maxUnlabelledGap = 25;

/**
 * A chart of a number by year: a line for statistics with fixed bounds, bars for counts. Years without a number are
 * hatched and never drawn as 0. Horizontal positions are percentages, so that the chart scales to any width without a
 * script.
 */
export function YearChart<Chart extends ChartYear>({ label, years, ends, wordsOf, reasonOf }: YearChartProps<Chart>) {
  const scale = yearScale(years, ends);
  const width = 100 / Math.max(1, years.length);
  const yOf = pixelScale([scale.bottom, scale.top], [height, paddingTop]);
  const middle = (at: number) => `${(at + 0.5) * width}%`;
  const hatching = `no-data-${label.replaceAll(/\W+/g, '-').toLowerCase()}`;
  return (
    <div className={styles.chart} data-dense={years.length > 32 || undefined}>
      <svg className={styles.axis} height={height + 28} aria-hidden="true">
        {scale.ticks.map((tick) => (
          <text key={tick} x="100%" y={yOf(tick)} dy="0.32em" className={styles.tick}>
            {String(tick).replace('-', '−')}
          </text>
        ))}
      </svg>
      <svg className={styles.plot} role="img" aria-label={label} height={height + 28}>
        <defs>
          <pattern id={hatching} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect width="1.5" height="6" className={styles.hatch} />
          </pattern>
        </defs>
        {gapsOf(years).map(({ from, to }) => (
          <g key={from}>
            <rect
              x={`${from * width}%`}
              width={`${(to - from + 1) * width}%`}
              y={paddingTop}
              height={height - paddingTop}
              fill={`url(#${hatching})`}
            />
            {(to - from + 1) * width > maxUnlabelledGap ? (
              <text x={`${((from + to + 1) / 2) * width}%`} y={height * 0.3} className={styles.gapLabel}>
                {reasonOf(years[from] as Chart)}
              </text>
            ) : null}
          </g>
        ))}
        {scale.ticks.map((tick) => (
          <line
            key={tick}
            x1="0"
            x2="100%"
            y1={yOf(tick)}
            y2={yOf(tick)}
            className={tick === 0 ? styles.zero : styles.grid}
          />
        ))}
        {years.map(({ year, value, n, reason, belowMinimum }, at) => {
          const before = years[at - 1]?.value ?? null;
          return (
            <g key={year} className={styles.year}>
              <title>
                {value === null
                  ? texts.years.noValue(year, reason)
                  : texts.years.value(year, wordsOf(value), n, belowMinimum === true)}
              </title>
              <rect x={`${at * width}%`} width={`${width}%`} y="0" height={height} className={styles.hit} />
              {value === null ? null : ends ? (
                <>
                  {before === null ? null : (
                    <line
                      x1={middle(at - 1)}
                      x2={middle(at)}
                      y1={yOf(before)}
                      y2={yOf(value)}
                      className={styles.line}
                    />
                  )}
                  <circle
                    cx={middle(at)}
                    cy={yOf(value)}
                    r={belowMinimum ? 2.5 : 2}
                    className={belowMinimum ? styles.hollow : styles.dot}
                  />
                </>
              ) : (
                <rect
                  x={`${(at + 0.2) * width}%`}
                  width={`${width * 0.6}%`}
                  y={yOf(value)}
                  height={yOf(0) - yOf(value)}
                  className={belowMinimum ? styles.hollow : styles.bar}
                />
              )}
              {year % 10 === 0 || years.length <= 12 ? (
                <text x={middle(at)} y={height + 18} className={styles.label}>
                  {year}
                </text>
              ) : null}
            </g>
          );
        })}
      </svg>
    </div>
  );
}
