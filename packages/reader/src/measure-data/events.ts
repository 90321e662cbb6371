import { eventRole, ploverScoreOf, sqlValues, type ValueOf } from '@chancery/codebook';
import { asOfSql, tableSql } from '../compile/scope.ts';
import { isCountedSql } from '../computed/event-ladder.ts';
import { eventScore } from '../computed/event-scores.ts';
import { belongsSql } from './belongs-sql.ts';
import type { BodySql } from './read-at.ts';

/** A counted event with its scores, and with the ids of its actors and recipients. */
export interface ScoredEvent {
  /** The first possible year of the event; null if unknown. */
  readonly year: number | null;
  /** NaN if the event has no Goldstein score. */
  readonly goldstein: number;
  readonly plover: number;
  readonly actors: readonly string[];
  readonly recipients: readonly string[];
}

type EventTuple = readonly [
  year: number | null,
  cameoCode: string | null,
  override: number | null,
  category: string,
  modes: readonly string[] | null,
  actors: string | null,
  recipients: string | null,
];

/**
 * Returns SQL for the counted events whose first possible day is from `$2` to `$3`. If `$2` is null, there is no lower
 * limit, and undated events are included. `$4` limits the events to those in which all these actors take part, `$5` to
 * those that belong to these sources; null is no limit.
 */
export const eventsSql: BodySql = (scope) => {
  const sides = (role: ValueOf<typeof eventRole>) =>
    `(SELECT string_agg(DISTINCT k.agent_id, ' ') FROM ${tableSql(scope, 'EventActor')} k WHERE k.event_id = e.id AND k.role = ${sqlValues(eventRole, role)}${asOfSql(scope, 'k')})`;
  return `SELECT coalesce(json_agg(json_build_array(
      CASE WHEN isfinite(e.date_earliest) THEN extract(year FROM e.date_earliest)::integer END,
      e.cameo_code, e.score_override, e.category, e.modes, ${sides('ACTOR')}, ${sides('RECIPIENT')}) ORDER BY e.id), '[]'::json)
    FROM ${tableSql(scope, 'Event')} e
    WHERE ${isCountedSql(scope, 'e')}${asOfSql(scope, 'e')} AND coalesce(e.date_earliest, '-infinity') <= $3::date
      AND ($2::date IS NULL OR (isfinite(e.date_earliest) AND e.date_earliest >= $2::date))
      AND ${belongsSql(scope, 'e.id', '$5::text[]')} AND ($4::text[] IS NULL OR e.id IN (SELECT k.event_id FROM ${tableSql(scope, 'EventActor')} k
        WHERE k.agent_id = ANY ($4::text[])${asOfSql(scope, 'k')} GROUP BY 1 HAVING count(DISTINCT k.agent_id) = cardinality($4::text[])))`;
};

/** Converts the result of `eventsSql`. */
export function readEvents(rows: readonly EventTuple[]): ScoredEvent[] {
  return rows.map(([year, cameoCode, override, category, modes, actors, recipients]) => ({
    year,
    goldstein: eventScore(cameoCode, override) ?? Number.NaN,
    plover: ploverScoreOf(category, [...(modes ?? [])]),
    actors: actors?.split(' ') ?? [],
    recipients: recipients?.split(' ') ?? [],
  }));
}

/**
 * Yields each pair of an event once, with the lesser id first: an actor and a recipient or, if there are no recipients,
 * two actors.
 */
export function* pairsOf({ actors, recipients }: ScoredEvent): Generator<readonly [string, string]> {
  const seen = new Set<string>();
  for (const actor of actors) {
    for (const counterpart of recipients.length > 0 ? recipients : actors) {
      if (actor === counterpart) continue;
      const pair = actor < counterpart ? ([actor, counterpart] as const) : ([counterpart, actor] as const);
      if (seen.has(pair.join(' '))) continue;
      seen.add(pair.join(' '));
      yield pair;
    }
  }
}
