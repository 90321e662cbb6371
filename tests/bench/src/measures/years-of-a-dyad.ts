import type { MeasuredShape } from './measured-shape.ts';

// COW codes of great and middle powers.
const codes = ['2', '200', '220', '365', '630', '640', '651', '710', '740', '750'];

/** Kappa on the ballots of one dyad, for each of 70 years. */
export const yearsOfADyad: MeasuredShape = {
  description: 'kappa on votes of one dyad, seventy years',
  parameterSets: async (sql) => {
    const rows = await sql(
      'SELECT value, min(of_id) FROM register.external_code WHERE scheme = $1 AND value = ANY ($2) GROUP BY value ORDER BY value',
      ['COW', codes],
    );
    return rows.slice(1).map(([, id], at) => [rows[at]?.[1], id].sort());
  },
  maxTime: 300,
  query: `query ($a: ActorRef!, $b: ActorRef!) {
  dyad(a: $a, b: $b) { series(measure: VOTES_KAPPA, from: 1946, to: 2015) { points { year value n } } }
}`,
  variables: ([a, b]) => ({ a: { id: a }, b: { id: b } }),
  sql: `WITH votes AS (
  SELECT extract(year FROM a.resolution_date_earliest)::integer AS year,
    CASE a.choice WHEN 'YES' THEN 1 WHEN 'ABSTAIN' THEN 2 ELSE 3 END::double precision AS x,
    CASE b.choice WHEN 'YES' THEN 1 WHEN 'ABSTAIN' THEN 2 ELSE 3 END::double precision AS y
  FROM register.ballot a JOIN register.ballot b ON b.resolution_id = a.resolution_id
  WHERE a.state_id = $1 AND b.state_id = $2 AND a.choice IN ('YES', 'ABSTAIN', 'NO') AND b.choice IN ('YES', 'ABSTAIN', 'NO')
), sums AS (
  SELECT year, count(*) AS n, sum((x - y) ^ 2) AS observed, sum(x ^ 2) + sum(y ^ 2) - 2 * sum(x) * sum(y) / count(*) AS expected
  FROM votes WHERE year BETWEEN 1946 AND 2015 GROUP BY year
)
SELECT year::text, 1 - observed / expected, n::integer FROM sums WHERE expected > 1e-9`,
  rowsOf: (data) => {
    const { dyad } = data as unknown as {
      dyad: { series: { points: { year: number; value: number | null; n: number }[] } };
    };
    return dyad.series.points.flatMap(({ year, value, n }) =>
      value === null ? [] : [[String(year), value, n] as const],
    );
  },
};
