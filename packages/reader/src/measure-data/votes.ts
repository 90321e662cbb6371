import { ballotChoice, codeScheme, sqlValues, type ValueOf, valuesOf } from '@chancery/codebook';
import { asOfSql, tableSql } from '../compile/scope.ts';
import { belongsSql } from './belongs-sql.ts';
import type { BodySql } from './read-at.ts';

type Choice = ValueOf<typeof ballotChoice>;

/** The numbers by which {@link Votes} gives the choice of a state in a roll call. NONE: the state has no ballot. */
export const ballotCodes = { NONE: 0, YES: 1, ABSTAIN: 2, NO: 3, ABSENT: 4, NON_MEMBER: 5 } as const satisfies Record<
  Choice | 'NONE',
  number
>;

/** The General Assembly roll calls of a period, with the ballots of the requested states. */
export interface Votes {
  /** The number of roll calls in each year, whether or not one of the requested states voted. */
  readonly rollCalls: ReadonlyMap<number, number>;
  /** The year of each roll call on which a requested state has a ballot, earliest first. */
  readonly years: Int16Array;
  /**
   * For each requested state with a ballot, by its id, the number of its choice (see {@link ballotCodes}) in each roll
   * call of `years`.
   */
  readonly ballots: ReadonlyMap<string, Uint8Array>;
}

type RollCallTuple = readonly [year: number, ballots: string];

/** The letters for choices in the result of {@link votesSql}. Each letter is followed by the id of the state. */
const choiceLetters = { YES: 'Y', ABSTAIN: 'A', NO: 'N', ABSENT: 'X', NON_MEMBER: 'M' } as const satisfies Record<
  Choice,
  string
>;
const choices = valuesOf(ballotChoice);
const codeOfLetter = new Map<string, number>(choices.map((choice) => [choiceLetters[choice], ballotCodes[choice]]));
const letterSql = choices
  .map((choice) => `WHEN ${sqlValues(ballotChoice, choice)} THEN '${choiceLetters[choice]}'`)
  .join(' ');

/**
 * Returns SQL for the roll calls of the General Assembly that were certainly held from day `$2` to day `$3`, with their
 * ballots. `$4` limits the ballots to those of these states, `$5` the roll calls to those that belong to these sources;
 * null is no limit.
 */
export const votesSql: BodySql = (scope) => {
  const forums = `SELECT x.of_id FROM ${tableSql(scope, 'ExternalCode')} x WHERE x.scheme = ${sqlValues(codeScheme, 'ABBREVIATION')} AND x.value = 'UNGA'${asOfSql(scope, 'x')}
    UNION SELECT o.id FROM ${tableSql(scope, 'Organization')} o WHERE o.abbreviation = 'UNGA'${asOfSql(scope, 'o')}`;
  const within = `r.date_earliest >= $2::date AND r.date_latest <= $3::date AND r.forum_id IN (${forums})${asOfSql(scope, 'r')} AND ${belongsSql(scope, 'r.id', '$5::text[]')}`;
  const resolution = tableSql(scope, 'Resolution');
  return `SELECT json_build_array(
    (SELECT coalesce(json_agg(json_build_array(c.year, c.n)), '[]'::json) FROM
      (SELECT extract(year FROM r.date_earliest)::integer AS year, count(*) AS n FROM ${resolution} r WHERE ${within} GROUP BY 1) c),
    (SELECT coalesce(json_agg(json_build_array(v.year, v.ballots) ORDER BY v.date_earliest, v.id), '[]'::json) FROM
      (SELECT r.id, r.date_earliest, extract(year FROM r.date_earliest)::integer AS year,
         string_agg(CASE b.choice ${letterSql} END || b.state_id, ' ') AS ballots
       FROM ${resolution} r JOIN ${tableSql(scope, 'Ballot')} b ON b.resolution_id = r.id${asOfSql(scope, 'b')}
       WHERE ${within} AND ($4::text[] IS NULL OR b.state_id = ANY ($4::text[])) GROUP BY r.id, r.date_earliest) v))`;
};

/** Converts the result of `votesSql`: arranges the ballots by state. */
export function readVotes([rollCalls, rows]: readonly [
  readonly (readonly [number, number])[],
  readonly RollCallTuple[],
]): Votes {
  const ballots = new Map<string, Uint8Array>();
  rows.forEach(([, ballotsText], rollCall) => {
    for (const ballot of ballotsText.split(' ')) {
      const state = ballot.slice(1);
      let codes = ballots.get(state);
      if (!codes) {
        codes = new Uint8Array(rows.length);
        ballots.set(state, codes);
      }
      codes[rollCall] = codeOfLetter.get(ballot.charAt(0)) ?? ballotCodes.NONE;
    }
  });
  return { rollCalls: new Map(rollCalls), years: Int16Array.from(rows, ([year]) => year), ballots };
}
