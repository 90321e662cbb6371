import { allianceObligations, obligationType, sqlValues } from '@chancery/codebook';
import { asOf, tableIn } from '../compile/scope.ts';
import { belongsSql } from './belongs-sql.ts';
import { type DayText, type Period, parseDay } from './day.ts';
import type { BodySql } from './read-at.ts';

/** An obligation of one state toward another, with its period. */
export interface OwedObligation extends Period {
  /** The id of the state that has the obligation. */
  readonly owedBy: string;
  /** The id of the state that it is owed to. */
  readonly owedTo: string;
  /** A value of `ObligationType`. */
  readonly kind: string;
}

type ObligationTuple = readonly [owedBy: string, owedTo: string, kind: string, from: DayText, to: DayText];

/**
 * SQL for alliance obligations that hold on a day from `$2` to `$3`. `$4` limits them to obligations of or toward these
 * states, `$5` to obligations that belong to these sources; null for no limit. An obligation without an end holds as
 * long as attested; one whose start is unknown is left out.
 */
export const obligationsSql: BodySql = (scope) => `
  SELECT coalesce(json_agg(json_build_array(o.from_id, o.to_id, o.obligation_type, o.validity_earliest, coalesce(o.validity_latest, o.validity_attested_until))), '[]'::json)
  FROM ${tableIn(scope, 'Obligation')} o
  WHERE o.obligation_type IN (${sqlValues(obligationType, ...allianceObligations)}) AND o.validity_earliest <= $3::date AND coalesce(o.validity_latest, o.validity_attested_until) >= $2::date${asOf(scope, 'o')}
    AND ($4::text[] IS NULL OR o.from_id = ANY ($4::text[]) OR o.to_id = ANY ($4::text[])) AND ${belongsSql(scope, 'o.id', '$5::text[]')}`;

/** Converts the result of `obligationsSql`. */
export function readObligations(rows: readonly ObligationTuple[]): OwedObligation[] {
  return rows.flatMap(([owedBy, owedTo, kind, start, end]) => {
    const [from, to] = [parseDay(start), parseDay(end)];
    return from === null || to === null ? [] : [{ owedBy, owedTo, kind, from, to }];
  });
}
