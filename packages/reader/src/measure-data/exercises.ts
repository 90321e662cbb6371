import {
  announcedExerciseStatuses,
  heldExerciseStatuses,
  participationRole,
  rolesTakingPart,
  sqlValues,
} from '@chancery/codebook';
import { asOfSql, tableSql } from '../compile/scope.ts';
import { belongsSql } from './belongs-sql.ts';
import type { BodySql } from './read-at.ts';

/** The statuses of exercises that count as held, and those of exercises that are only announced. */
export const exerciseStatuses = { held: heldExerciseStatuses, announced: announcedExerciseStatuses } as const;

/** An exercise with all actors that take part in it, whether or not they are states. */
export interface CountedExercise {
  readonly year: number;
  readonly participants: readonly string[];
}

type ExerciseTuple = readonly [year: number, participants: string];

/**
 * Returns SQL for the exercises with one of the statuses `$2` that certainly start in a single year from `$3` to `$4`,
 * each with its hosts, leads, co-organizers and participants. `$5` limits the exercises to those in which all these
 * actors take part, `$6` to those that belong to these sources; null is no limit.
 */
export const exercisesSql: BodySql = (scope) => {
  const takesPart = `k.role IN (${sqlValues(participationRole, ...rolesTakingPart)})${asOfSql(scope, 'k')}`;
  return `SELECT coalesce(json_agg(json_build_array(c.year, c.participants)), '[]'::json) FROM (
      SELECT extract(year FROM e.start_earliest)::integer AS year, string_agg(DISTINCT k.actor_id, ' ') AS participants
      FROM ${tableSql(scope, 'Exercise')} e JOIN ${tableSql(scope, 'Participation')} k ON k.exercise_id = e.id AND ${takesPart}
      WHERE e.status = ANY ($2::text[])${asOfSql(scope, 'e')} AND isfinite(e.start_earliest)
        AND e.start_earliest >= make_date($3::integer, 1, 1) AND e.start_latest <= make_date($4::integer, 12, 31)
        AND extract(year FROM e.start_earliest) = extract(year FROM e.start_latest) AND ${belongsSql(scope, 'e.id', '$6::text[]')}
        AND ($5::text[] IS NULL OR e.id IN (SELECT k.exercise_id FROM ${tableSql(scope, 'Participation')} k
          WHERE k.actor_id = ANY ($5::text[]) AND ${takesPart} GROUP BY 1 HAVING count(DISTINCT k.actor_id) = cardinality($5::text[])))
      GROUP BY e.id, e.start_earliest) c`;
};

/** Converts the result of `exercisesSql`. */
export function readExercises(rows: readonly ExerciseTuple[]): CountedExercise[] {
  return rows.map(([year, participants]) => ({ year, participants: participants.split(' ') }));
}
