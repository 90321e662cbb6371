import { allianceObligations, obligationType, sqlValues } from '@chancery/codebook';
import { asOfSql, tableSql } from '../compile/scope.ts';
import { belongsSql } from './belongs-sql.ts';
import { type DayText, type Period, parseDay } from './day.ts';
import type { BodySql } from './read-at.ts';

/** An obligation of one actor toward another, with its period. */
export interface OwedObligation extends Period {
  /** The id of the actor that has the obligation. */
  readonly owedBy: string;
  /** The id of the actor to which it is owed. */
  readonly owedTo: string;
  /** A value of `ObligationType`. */
  readonly kind: string;
}

type ObligationTuple = readonly [owedBy: string, owedTo: string, kind: string, from: DayText, to: DayText];

/**
 * Returns SQL for the alliance obligations that may hold on a day from `$2` to `$3`. `$4` limits them to those of or
 * toward one of these actors, `$5` to those that belong to these sources; null is no limit. An obligation whose end is
 * unknown is taken to end on the last day on which it is attested. An obligation is left out if its start is unknown,
 * or if neither its end nor such a day is known.
 */
export const obligationsSql: BodySql = (scope) => `
  SELECT coalesce(json_agg(json_build_array(o.from_id, o.to_id, o.obligation_type, o.validity_earliest, coalesce(o.validity_latest, o.validity_attested_until))), '[]'::json)
  FROM ${tableSql(scope, 'Obligation')} o
  WHERE o.obligation_type IN (${sqlValues(obligationType, ...allianceObligations)}) AND o.validity_earliest <= $3::date AND coalesce(o.validity_latest, o.validity_attested_until) >= $2::date${asOfSql(scope, 'o')}
    AND ($4::text[] IS NULL OR o.from_id = ANY ($4::text[]) OR o.to_id = ANY ($4::text[])) AND ${belongsSql(scope, 'o.id', '$5::text[]')}`;

/** Converts the result of `obligationsSql`. */
export function readObligations(rows: readonly ObligationTuple[]): OwedObligation[] {
  return rows.flatMap(([owedBy, owedTo, kind, start, end]) => {
    const [from, to] = [parseDay(start), parseDay(end)];
    return from === null || to === null ? [] : [{ owedBy, owedTo, kind, from, to }];
  });
}
