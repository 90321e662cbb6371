import { stood, tableIn } from '../compile/scope.ts';
import { belongsSql } from './belonging.ts';
import type { BodySql } from './read-at.ts';

/** How a state voted, as a small number; 0 where it has no ballot. */
export const ballotCodes = { NONE: 0, YES: 1, ABSTAIN: 2, NO: 3, ABSENT: 4, NON_MEMBER: 5 } as const;

/** Votes on the roll calls of some years. */
export interface Votes {
  /** How many roll calls the register holds in each year, whoever voted. */
  readonly rollCalls: ReadonlyMap<number, number>;
  /** The year of each roll call on which somebody who was asked about has a ballot, earliest first. */
  readonly years: Int16Array;
  /** By state: how it voted on each of them. */
  readonly ballots: ReadonlyMap<string, Uint8Array>;
}

type Row = readonly [year: number, ballots: string];

/** The order of letters in which ballots travel: each stands before the id of its state. */
const letters = ' YANXM';

/**
 * SQL for the roll calls of the General Assembly from day `$2` to day `$3`, both included, with the ballots of all
 * states, or of those in `$4`; all roll calls, or only those that belong to the sources `$5`. A roll call counts where its
 * day lies in the window whole. Whoever has a ballot in a year and is not a non-member throughout is a voter of that year.
 */
export const votesSql: BodySql = (scope) => {
  const forums = `SELECT x.of_id FROM ${tableIn(scope, 'ExternalCode')} x WHERE x.scheme = 'ABBREVIATION' AND x.value = 'UNGA'${stood(scope, 'x')}
    UNION SELECT o.id FROM ${tableIn(scope, 'Organization')} o WHERE o.abbreviation = 'UNGA'${stood(scope, 'o')}`;
  const within = `r.date_earliest >= $2::date AND r.date_latest <= $3::date AND r.forum_id IN (${forums})${stood(scope, 'r')} AND ${belongsSql(scope, 'r.id', '$5::text[]')}`;
  const resolution = tableIn(scope, 'Resolution');
  return `SELECT json_build_array(
    (SELECT coalesce(json_agg(json_build_array(c.year, c.n)), '[]'::json) FROM
      (SELECT extract(year FROM r.date_earliest)::integer AS year, count(*) AS n FROM ${resolution} r WHERE ${within} GROUP BY 1) c),
    (SELECT coalesce(json_agg(json_build_array(v.year, v.ballots) ORDER BY v.date_earliest, v.id), '[]'::json) FROM
      (SELECT r.id, r.date_earliest, extract(year FROM r.date_earliest)::integer AS year,
         string_agg(CASE b.choice WHEN 'YES' THEN 'Y' WHEN 'ABSTAIN' THEN 'A' WHEN 'NO' THEN 'N' WHEN 'ABSENT' THEN 'X' ELSE 'M' END || b.state_id, ' ') AS ballots
       FROM ${resolution} r JOIN ${tableIn(scope, 'Ballot')} b ON b.resolution_id = r.id${stood(scope, 'b')}
       WHERE ${within} AND ($4::text[] IS NULL OR b.state_id = ANY ($4::text[])) GROUP BY r.id, r.date_earliest) v))`;
};

/** Lays ballots out by state. */
export function readVotes([rollCalls, rows]: readonly [readonly (readonly [number, number])[], readonly Row[]]): Votes {
  const ballots = new Map<string, Uint8Array>();
  rows.forEach(([, written], at) => {
    for (const one of written.split(' ')) {
      const state = one.slice(1);
      let own = ballots.get(state);
      if (!own) {
        own = new Uint8Array(rows.length);
        ballots.set(state, own);
      }
      own[at] = letters.indexOf(one.charAt(0));
    }
  });
  return { rollCalls: new Map(rollCalls), years: Int16Array.from(rows, ([year]) => year), ballots };
}
