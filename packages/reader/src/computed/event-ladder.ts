import { eventAuxiliary, modality, sqlValues, uncountedAuxiliaries, unrealModalities } from '@chancery/codebook';
import { citationsSql } from '../compile/citations-sql.ts';
import type { Compiler } from '../compile/compiler.ts';
import type { ResultRow } from '../compile/row.ts';
import type { Emit } from '../compile/run.ts';
import { asOfConditions, type Scope, tableSql } from '../compile/scope.ts';
import type { SelectedField } from '../compile/selection.ts';
import { eventScore } from './event-scores.ts';

/**
 * The sum of the positive scores, the sum of the negative scores as a positive number, and the number of scored events.
 */
interface Sums {
  readonly cooperation: number;
  readonly conflict: number;
  readonly n: number;
}

type Group = readonly [year: number | null, cameoCode: string | null, override: number | null, count: number];

/**
 * Returns the SQL condition that an event counts. Hypothetical, future and negated events do not count. Nor do events
 * whose citations all report them only as speculation, prediction, condition or denial. Events without citations count.
 */
export function isCountedSql(scope: Scope, event: string): string {
  const hasCitation = (where: string) => `EXISTS (SELECT FROM ${citationsSql(scope, `${event}.id`)} y${where})`;
  return `NOT coalesce(${event}.auxiliary && ARRAY[${sqlValues(eventAuxiliary, ...uncountedAuxiliaries)}], false)
    AND (NOT ${hasCitation('')} OR ${hasCitation(` WHERE y.modality NOT IN (${sqlValues(modality, ...unrealModalities)})`)})`;
}

/** Writes the event ladder of the events that meet the conditions and that count; see {@link isCountedSql}. */
export function eventLadder(
  compiler: Compiler,
  row: ResultRow,
  scope: Scope,
  { where }: { where: (alias: string) => readonly string[] },
  selected: SelectedField,
): Emit {
  const event = compiler.alias('e');
  const year = `CASE WHEN isfinite(${event}.date_earliest) THEN extract(year FROM ${event}.date_earliest)::integer END`;
  const conditions = [...where(event), isCountedSql(scope, event), ...asOfConditions(scope, event)];
  const place = row.add(
    `(SELECT coalesce(json_agg(json_build_array(g.year, g.cameo_code, g.score_override, g.n) ORDER BY g.year, g.cameo_code, g.score_override), '[]'::json) FROM (
       SELECT ${year} AS year, ${event}.cameo_code, ${event}.score_override, count(*) AS n FROM ${tableSql(scope, 'Event')} ${event}
       WHERE ${conditions.join(' AND ')} GROUP BY 1, 2, 3) g)`,
  );
  const fields = compiler.selectedFields(
    'EventLadder',
    selected.nodes.flatMap(({ selectionSet }) => (selectionSet ? [selectionSet] : [])),
    selected.path,
  );
  const yearFields = new Map(
    fields
      .filter(([, { name }]) => name === 'years')
      .map(([key, inner]) => [
        key,
        compiler.selectedFields(
          'EventLadderYear',
          inner.nodes.flatMap(({ selectionSet }) => (selectionSet ? [selectionSet] : [])),
          inner.path,
        ),
      ]),
  );
  return (values) => {
    const groups = values[place] as readonly Group[];
    const sums = sumsOf(groups);
    const unscored = groups
      .filter(([, code, override]) => eventScore(code, override) === null)
      .reduce((total, [, , , n]) => total + n, 0);
    const totals: Record<string, unknown> = {
      __typename: 'EventLadder',
      ...outputOf(sums),
      unscored,
      scale: 'Goldstein 1992, as extended to CAMEO: -10 to 10',
    };
    return JSON.stringify(
      Object.fromEntries(
        fields.map(([key, { name }]) => [
          key,
          name === 'years'
            ? yearsOf(groups).map((year) =>
                Object.fromEntries(
                  (yearFields.get(key) ?? []).map(([inner, field]) => [inner, year[field.name] ?? null]),
                ),
              )
            : (totals[name] ?? null),
        ]),
      ),
    );
  };
}

function yearsOf(groups: readonly Group[]): Record<string, unknown>[] {
  const years = [...new Set(groups.map(([year]) => year))];
  return years.map((year) => ({
    __typename: 'EventLadderYear',
    year,
    ...outputOf(sumsOf(groups.filter((group) => group[0] === year))),
  }));
}

function sumsOf(groups: readonly Group[]): Sums {
  let [cooperation, conflict, n] = [0, 0, 0];
  for (const [, code, override, count] of groups) {
    const score = eventScore(code, override);
    if (score === null) continue;
    n += count;
    if (score > 0) cooperation += score * count;
    else conflict -= score * count;
  }
  return { cooperation: rounded(cooperation), conflict: rounded(conflict), n };
}

// Scores have one decimal place: rounding removes the error of floating-point sums. Adding 0 turns -0 into 0.
const rounded = (value: number) => Math.round(value * 1e6) / 1e6 + 0;

function outputOf({ cooperation, conflict, n }: Sums): Record<string, number | null> {
  const net = rounded(cooperation - conflict);
  return { cooperation, conflict, net, n, mean: n === 0 ? null : rounded(net / n) };
}

export const ladderSdl = `
"""Sums of the scores of events on Goldstein’s scale. Cooperation and conflict are given separately, because a net of zero can hide much of both."""
type EventLadder {
  """The sum of the scores above zero."""
  cooperation: Float!
  """The sum of the scores below zero, as a positive number."""
  conflict: Float!
  """Cooperation minus conflict."""
  net: Float!
  """The net per scored event; null if there is none."""
  mean: Float
  """The number of scored events. Each event counts once, whatever the number of its citations; hypothetical, future, negated and merely speculated events do not count."""
  n: Int!
  """The number of counted events without a score: they have neither an override nor a CAMEO code on the scale."""
  unscored: Int!
  """The scale of the scores."""
  scale: String!
  """The sums by the first possible year of the events, earliest first; events for which it is not known come last."""
  years: [EventLadderYear!]!
}
"""Sums of the scores of the events of one year."""
type EventLadderYear {
  """The first possible year of the events; null if it is not known."""
  year: Int
  """The sum of the scores above zero."""
  cooperation: Float!
  """The sum of the scores below zero, as a positive number."""
  conflict: Float!
  """Cooperation minus conflict."""
  net: Float!
  """The net per scored event; null if there is none."""
  mean: Float
  """The number of scored events."""
  n: Int!
}`;
