import { stood, tableIn } from '../compile/scope.ts';
import { type Coverage, coverageSql, readCoverage } from './coverage.ts';
import { dayOf, type Period, type WrittenDay } from './day.ts';
import type { BodySql } from './read-at.ts';

/** What one state owes another, for a period. */
export interface OwedObligation extends Period {
  /** Who owes it, to whom: ids. */
  readonly owes: string;
  readonly due: string;
  /** A value of `ObligationType`. */
  readonly kind: string;
}

/** The obligations of the agreements of one source of alliances. */
export interface Obligations {
  readonly coverage: Coverage;
  readonly owed: readonly OwedObligation[];
}

type Row = readonly [owes: string, due: string, kind: string, from: WrittenDay, to: WrittenDay];

/**
 * SQL for the obligations under agreements that have a code of the scheme `$2` and are in force on a day from `$3` to
 * `$4`: all, or those that somebody in `$5` owes or is owed. One whose beginning or end is unknown is left out.
 */
export const obligationsSql: BodySql = (scope) => {
  const coded = `o.agreement_id IN (SELECT x.of_id FROM ${tableIn(scope, 'ExternalCode')} x WHERE x.scheme = $2::text${stood(scope, 'x')})${stood(scope, 'o')}`;
  const rows = `${tableIn(scope, 'Obligation')} o WHERE ${coded}`;
  return `SELECT json_build_array(
    ${coverageSql(rows, ['o.validity_earliest', 'o.validity_latest'])},
    (SELECT coalesce(json_agg(json_build_array(o.from_id, o.to_id, o.obligation_type, o.validity_earliest, o.validity_latest)), '[]'::json)
     FROM ${rows} AND o.validity_earliest <= $4::date AND o.validity_latest >= $3::date
       AND ($5::text[] IS NULL OR o.from_id = ANY ($5::text[]) OR o.to_id = ANY ($5::text[]))))`;
};

/** Reads obligations. */
export function readObligations([coverage, rows]: readonly [
  readonly [number | null, number | null],
  readonly Row[],
]): Obligations {
  return {
    coverage: readCoverage(coverage),
    owed: rows.flatMap(([owes, due, kind, written, until]) => {
      const [from, to] = [dayOf(written), dayOf(until)];
      return from === null || to === null ? [] : [{ owes, due, kind, from, to }];
    }),
  };
}
