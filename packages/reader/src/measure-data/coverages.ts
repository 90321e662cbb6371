import { type CoveredKind, type completeness, datesWithin, republication, sqlValues } from '@chancery/codebook';
import { asOfSql, tableSql } from '../compile/scope.ts';
import { type DayText, type Period, parseDay } from './day.ts';
import type { BodySql } from './read-at.ts';

/** The coverage of one kind of fact by one source. */
export interface CoverageRecord {
  readonly source: string;
  readonly sourceName: string;
  readonly kind: CoveredKind;
  /** The short name of the data set for which statistics are computed, such as COW_IGO; null if it belongs to none. */
  readonly dataSet: string | null;
  readonly population: string;
  /** A bound is infinite if it is open or unknown. */
  readonly period: Period;
  /** The periods that are not covered. */
  readonly gaps: readonly Period[];
  /** The gaps as recorded, in EDTF; null if there are none. */
  readonly gapsEdtf: string | null;
  readonly completeness: keyof typeof completeness.values;
  /** Whether the source is currently withheld from the public. */
  readonly isWithheld: boolean;
}

type CoverageTuple = readonly [
  source: string,
  sourceName: string,
  kind: CoveredKind,
  dataSet: string | null,
  population: string,
  from: DayText,
  to: DayText,
  gaps: string | null,
  completeness: CoverageRecord['completeness'],
  isWithheld: boolean,
];

/**
 * Returns SQL for all coverage records. Whether a source is withheld depends, also for past registers, on the latest
 * setting of the source and on whether the desk publishes withheld facts. It does not depend on whether the source has
 * facts, because the result must not reveal that.
 */
export const coveragesSql: BodySql = (scope) => `
  SELECT coalesce(json_agg(json_build_array(v.source_id, s.name, v.kind, v.data_set, v.population, v.period_earliest, v.period_latest, v.gaps_edtf, v.completeness,
    NOT (SELECT h.shows_withheld FROM ledger.head h) AND coalesce((SELECT j.republication FROM history.source j WHERE j.id = v.source_id ORDER BY j.rev_from DESC LIMIT 1) = ${sqlValues(republication, 'WITHHELD')}, false)
    ) ORDER BY v.period_earliest, v.id), '[]'::json)
  FROM ${tableSql(scope, 'Coverage')} v JOIN ${tableSql(scope, 'Source')} s ON s.id = v.source_id${asOfSql(scope, 's')}
  WHERE true${asOfSql(scope, 'v')}`;

/** Converts the result of `coveragesSql`. */
export function readCoverages(rows: readonly CoverageTuple[]): CoverageRecord[] {
  return rows.map(
    ([
      source,
      sourceName,
      kind,
      dataSet,
      population,
      from,
      to,
      gapsEdtf,
      completeness,
      isWithheld,
    ]): CoverageRecord => ({
      ...{ source, sourceName, kind, dataSet, population, gapsEdtf, completeness, isWithheld },
      period: periodOf(from, to),
      gaps: gapsEdtf === null ? [] : datesWithin(gapsEdtf).map(({ earliest, latest }) => periodOf(earliest, latest)),
    }),
  );
}

function periodOf(from: DayText, to: DayText): Period {
  return { from: parseDay(from) ?? Number.NEGATIVE_INFINITY, to: parseDay(to) ?? Number.POSITIVE_INFINITY };
}

/** Whether a coverage record includes all days of a period. */
export function coversPeriod({ period, gaps }: Pick<CoverageRecord, 'period' | 'gaps'>, days: Period): boolean {
  const isWithin = period.from <= days.from && days.to <= period.to;
  return isWithin && !gaps.some((gap) => gap.from <= days.to && gap.to >= days.from);
}
