import { type completeness, type coveredKind, datesWithin } from '@chancery/codebook';
import { stood, tableIn } from '../compile/scope.ts';
import { dayOf, type Period, type WrittenDay } from './day.ts';
import type { BodySql } from './read-at.ts';

/** A kind of fact that a source may cover: a value of `CoveredKind`. */
export type CoveredKind = keyof typeof coveredKind.values;

/** What one source covers of one kind of fact. */
export interface CoverageRecord {
  readonly source: string;
  readonly sourceName: string;
  readonly kind: CoveredKind;
  /** The data set on which statistics are computed; null where it belongs to none. */
  readonly dataSet: string | null;
  readonly population: string;
  /** From the first day to the last; infinite where the bound is open or not known. */
  readonly period: Period;
  /** The days within the period that it does not cover. */
  readonly gaps: readonly Period[];
  /** The gaps as they are recorded, in EDTF. */
  readonly gapsEdtf: string | null;
  readonly completeness: keyof typeof completeness.values;
  /** Whether what the source says may not be shown to the public, by the judgement that holds now. */
  readonly isWithheld: boolean;
}

type Row = readonly [
  source: string,
  sourceName: string,
  kind: CoveredKind,
  dataSet: string | null,
  population: string,
  from: WrittenDay,
  to: WrittenDay,
  gaps: string | null,
  completeness: CoverageRecord['completeness'],
  isWithheld: boolean,
];

/**
 * SQL for what all sources cover. Whether a source is withheld follows its latest judgement, also in past registers and
 * whether or not it has any facts: what is missing must not tell who has some.
 */
export const coveragesSql: BodySql = (scope) => `
  SELECT coalesce(json_agg(json_build_array(v.source_id, s.name, v.kind, v.data_set, v.population, v.period_earliest, v.period_latest, v.gaps_edtf, v.completeness,
    NOT (SELECT h.shows_withheld FROM ledger.head h) AND coalesce((SELECT j.republication FROM history.source j WHERE j.id = v.source_id ORDER BY j.rev_from DESC LIMIT 1) = 'WITHHELD', false)
    ) ORDER BY v.period_earliest, v.id), '[]'::json)
  FROM ${tableIn(scope, 'Coverage')} v JOIN ${tableIn(scope, 'Source')} s ON s.id = v.source_id${stood(scope, 's')}
  WHERE true${stood(scope, 'v')}`;

/** Reads what sources cover. */
export function readCoverages(rows: readonly Row[]): CoverageRecord[] {
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

function periodOf(from: WrittenDay, to: WrittenDay): Period {
  return { from: dayOf(from) ?? Number.NEGATIVE_INFINITY, to: dayOf(to) ?? Number.POSITIVE_INFINITY };
}

/** Whether a source covers all days of a period. */
export function coversPeriod({ period, gaps }: Pick<CoverageRecord, 'period' | 'gaps'>, days: Period): boolean {
  const isWithin = period.from <= days.from && days.to <= period.to;
  return isWithin && !gaps.some((gap) => gap.from <= days.to && gap.to >= days.from);
}
