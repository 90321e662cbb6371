import { citationsOf } from '../compile/citations-sql.ts';
import type { Compiler } from '../compile/compiler.ts';
import type { Row } from '../compile/row.ts';
import type { Emit } from '../compile/run.ts';
import { type Scope, stood, tableIn } from '../compile/scope.ts';
import type { SelectedField } from '../compile/selection.ts';
import { eventScore } from './event-scores.ts';

/** Sums of scores: what is above zero, what is below, and over how many events. */
interface Sums {
  readonly cooperation: number;
  readonly conflict: number;
  readonly n: number;
}

type Group = readonly [year: number | null, cameoCode: string | null, override: number | null, count: number];

/**
 * Events that do not count: hypothetical, future and negated ones, and those that every citation gives as no more than
 * speculation, prediction, condition or denial.
 */
export function counts(scope: Scope, event: string): string {
  const cited = (more: string) => `EXISTS (SELECT FROM ${citationsOf(scope, `${event}.id`)} y${more})`;
  return `NOT coalesce(${event}.auxiliary && ARRAY['HYPOTHETICAL', 'FUTURE', 'NEGATION'], false)
    AND (NOT ${cited('')} OR ${cited(" WHERE y.modality NOT IN ('SPECULATED', 'PREDICTED', 'CONDITIONAL', 'DENIED')")})`;
}

/** Writes the ladder of the events that fulfil conditions. */
export function eventLadder(
  compiler: Compiler,
  row: Row,
  scope: Scope,
  { where }: { where: (alias: string) => readonly string[] },
  selected: SelectedField,
): Emit {
  const event = compiler.alias('e');
  const year = `CASE WHEN isfinite(${event}.date_earliest) THEN extract(year FROM ${event}.date_earliest)::integer END`;
  const conditions = [
    ...where(event),
    counts(scope, event),
    ...(scope.revision === undefined ? [] : [stood(scope, event).replace(' AND ', '')]),
  ];
  const place = row.add(
    `(SELECT coalesce(json_agg(json_build_array(g.year, g.cameo_code, g.score_override, g.n) ORDER BY g.year, g.cameo_code, g.score_override), '[]'::json) FROM (
       SELECT ${year} AS year, ${event}.cameo_code, ${event}.score_override, count(*) AS n FROM ${tableIn(scope, 'Event')} ${event}
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
    const whole: Record<string, unknown> = {
      __typename: 'EventLadder',
      ...shown(sums),
      unscored,
      scale: 'Goldstein 1992, as extended to CAMEO: -10 to 10',
    };
    return JSON.stringify(
      Object.fromEntries(
        fields.map(([key, { name }]) => [
          key,
          name === 'years'
            ? yearsOf(groups).map((of) =>
                Object.fromEntries(
                  (yearFields.get(key) ?? []).map(([inner, field]) => [inner, of[field.name] ?? null]),
                ),
              )
            : (whole[name] ?? null),
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
    ...shown(sumsOf(groups.filter((group) => group[0] === year))),
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

// Scores have one decimal: what a sum of doubles adds below that is noise.
const rounded = (value: number) => Math.round(value * 1e6) / 1e6 + 0;

function shown({ cooperation, conflict, n }: Sums): Record<string, number | null> {
  const net = rounded(cooperation - conflict);
  return { cooperation, conflict, net, n, mean: n === 0 ? null : rounded(net / n) };
}

export const ladderSdl = `
"""Events on Goldstein’s scale. Cooperation and conflict are shown apart: a net of zero hides what swings between the two."""
type EventLadder {
  """The sum of the scores above zero."""
  cooperation: Float!
  """The sum of the scores below zero, as a positive number."""
  conflict: Float!
  """Cooperation less conflict."""
  net: Float!
  """The net for each event; empty where there is none."""
  mean: Float
  """How many events were scored. Events are counted, not citations; hypothetical, future, negated and merely speculated ones are not."""
  n: Int!
  """How many events have no score, because they have no CAMEO code."""
  unscored: Int!
  """The scale of the scores."""
  scale: String!
  """The same by the year in which events begin, earliest first, events without a date last."""
  years: [EventLadderYear!]!
}
"""The events of one year."""
type EventLadderYear {
  """The year; empty for events without a date."""
  year: Int
  """The sum of the scores above zero."""
  cooperation: Float!
  """The sum of the scores below zero, as a positive number."""
  conflict: Float!
  """Cooperation less conflict."""
  net: Float!
  """The net for each event."""
  mean: Float
  """How many events were scored."""
  n: Int!
}`;
