import type { MeasuredShape } from './measured-shape.ts';

/** Kappa on the ballots of one year, for every dyad of voting states. */
export const yearOfKappa: MeasuredShape = {
  description: 'kappa on the votes of a year, all dyads',
  parameterSets: async () => [[1975], [1983], [1991], [1999], [2007]],
  maxTime: 3_000,
  query: `query ($year: Int!) {
  measureMatrix(measure: VOTES_KAPPA, year: $year) { states { id } values compared }
}`,
  variables: ([year]) => ({ year }),
  sql: `WITH votes AS MATERIALIZED (
  SELECT b.resolution_id, b.state_id, CASE b.choice WHEN 'YES' THEN 1 WHEN 'ABSTAIN' THEN 2 ELSE 3 END::double precision AS x
  FROM register.resolution r JOIN register.ballot b ON b.resolution_id = r.id
  WHERE r.date_earliest >= make_date($1, 1, 1) AND r.date_latest <= make_date($1, 12, 31) AND b.choice IN ('YES', 'ABSTAIN', 'NO')
), sums AS (
  SELECT a.state_id AS one, b.state_id AS other, count(*) AS n, sum((a.x - b.x) ^ 2) AS observed,
    sum(a.x ^ 2) + sum(b.x ^ 2) - 2 * sum(a.x) * sum(b.x) / count(*) AS expected
  FROM votes a JOIN votes b ON b.resolution_id = a.resolution_id AND a.state_id < b.state_id GROUP BY 1, 2
)
SELECT one || ' ' || other, 1 - observed / expected, n::integer FROM sums WHERE expected > 1e-9`,
  rowsOf: (data) => {
    const { states, values, compared } = data.measureMatrix as unknown as {
      states: { id: string }[];
      values: (number | null)[][];
      compared: (number | null)[][];
    };
    return states.flatMap(({ id }, row) =>
      states.flatMap((other, column) => {
        const value = values[row]?.[column];
        if (value === null || value === undefined || id >= other.id) return [];
        return [[`${id} ${other.id}`, value, compared[row]?.[column] ?? 0] as const];
      }),
    );
  },
};
