import { stood, tableIn } from '../compile/scope.ts';
import { belongsSql } from './belonging.ts';
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

type Row = readonly [owes: string, due: string, kind: string, from: WrittenDay, to: WrittenDay];

/**
 * SQL for the obligations of alliances that hold on a day from `$2` to `$3`: all, or those that somebody in `$4` owes or is owed; all,
 * or only those that belong to the sources `$5`. One without a stated end holds as long as it is attested; one whose
 * beginning is unknown is left out. Defence cooperation makes no alliance (DCAD, after ATOP's definition of one).
 */
export const obligationsSql: BodySql = (scope) => `
  SELECT coalesce(json_agg(json_build_array(o.from_id, o.to_id, o.obligation_type, o.validity_earliest, coalesce(o.validity_latest, o.validity_attested_until))), '[]'::json)
  FROM ${tableIn(scope, 'Obligation')} o
  WHERE o.obligation_type IN ('DEFENSE', 'OFFENSE', 'NEUTRALITY', 'NONAGGRESSION', 'CONSULTATION') AND o.validity_earliest <= $3::date AND coalesce(o.validity_latest, o.validity_attested_until) >= $2::date${stood(scope, 'o')}
    AND ($4::text[] IS NULL OR o.from_id = ANY ($4::text[]) OR o.to_id = ANY ($4::text[])) AND ${belongsSql(scope, 'o.id', '$5::text[]')}`;

/** Reads obligations. */
export function readObligations(rows: readonly Row[]): OwedObligation[] {
  return rows.flatMap(([owes, due, kind, written, until]) => {
    const [from, to] = [dayOf(written), dayOf(until)];
    return from === null || to === null ? [] : [{ owes, due, kind, from, to }];
  });
}
