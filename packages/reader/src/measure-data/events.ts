import { ploverOf } from '@chancery/codebook';
import { stood, tableIn } from '../compile/scope.ts';
import { counts } from '../computed/event-ladder.ts';
import { eventScore } from '../computed/event-scores.ts';
import { belongsSql } from './belonging.ts';
import type { BodySql } from './read-at.ts';

/** An event that counts, with its scores (NaN where it has none) and those on its sides. */
export interface ScoredEvent {
  /** The year in which it begins; null where that is not known. */
  readonly year: number | null;
  readonly goldstein: number;
  readonly plover: number;
  readonly actors: readonly string[];
  readonly recipients: readonly string[];
}

type Row = readonly [
  year: number | null,
  cameoCode: string | null,
  override: number | null,
  category: string,
  modes: readonly string[] | null,
  actors: string | null,
  recipients: string | null,
];

/**
 * SQL for the events that count and begin from `$2` (null: whenever) to `$3`: all, or those in which all of `$4` stand on
 * a side; all, or only those that belong to the sources `$5`. One without a date is among those that begin whenever.
 */
export const eventsSql: BodySql = (scope) => {
  const sides = (role: string) =>
    `(SELECT string_agg(DISTINCT k.agent_id, ' ') FROM ${tableIn(scope, 'EventActor')} k WHERE k.event_id = e.id AND k.role = '${role}'${stood(scope, 'k')})`;
  return `SELECT coalesce(json_agg(json_build_array(
      CASE WHEN isfinite(e.date_earliest) THEN extract(year FROM e.date_earliest)::integer END,
      e.cameo_code, e.score_override, e.category, e.modes, ${sides('ACTOR')}, ${sides('RECIPIENT')}) ORDER BY e.id), '[]'::json)
    FROM ${tableIn(scope, 'Event')} e
    WHERE ${counts(scope, 'e')}${stood(scope, 'e')} AND coalesce(e.date_earliest, '-infinity') <= $3::date
      AND ($2::date IS NULL OR (isfinite(e.date_earliest) AND e.date_earliest >= $2::date))
      AND ${belongsSql(scope, 'e.id', '$5::text[]')} AND ($4::text[] IS NULL OR e.id IN (SELECT k.event_id FROM ${tableIn(scope, 'EventActor')} k
        WHERE k.agent_id = ANY ($4::text[])${stood(scope, 'k')} GROUP BY 1 HAVING count(DISTINCT k.agent_id) = cardinality($4::text[])))`;
};

/** Reads events. */
export function readEvents(rows: readonly Row[]): ScoredEvent[] {
  return rows.map(([year, cameoCode, override, category, modes, actors, recipients]) => ({
    year,
    goldstein: eventScore(cameoCode, override) ?? Number.NaN,
    plover: ploverOf(category, [...(modes ?? [])]),
    actors: actors?.split(' ') ?? [],
    recipients: recipients?.split(' ') ?? [],
  }));
}

/** The pairs whose dealings an event belongs to: whoever acts with whoever is acted on, or all who act where nobody is. */
export function* pairsOf({ actors, recipients }: ScoredEvent): Generator<readonly [string, string]> {
  const seen = new Set<string>();
  for (const one of actors) {
    for (const other of recipients.length > 0 ? recipients : actors) {
      if (one === other) continue;
      const pair = one < other ? ([one, other] as const) : ([other, one] as const);
      if (seen.has(pair.join(' '))) continue;
      seen.add(pair.join(' '));
      yield pair;
    }
  }
}
