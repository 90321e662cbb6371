import { type AbsenceRule, crossTable, placeOfVote, voteScale } from '@chancery/measures';
import { ballotCodes, type Votes } from '@chancery/reader';
import type { TableMeasure } from './catalogue.ts';
import { type Compare, incomparable } from './comparison.ts';
import type { SettledOptions } from './options.ts';
import { tableOptions } from './table-options.ts';

/** Compares votes on the roll calls of a calendar year. */
export function compareVotes(votes: Votes, measure: TableMeasure, options: SettledOptions): Compare {
  const absence: AbsenceRule = options.convention === 'HAEGE_2011' ? 'abstention' : 'left out';
  const places = Int8Array.from(Object.keys(ballotCodes), (choice) => placeOfVote(choice, absence));
  const how = tableOptions(options);
  return (_members, { year }) => {
    const begin = votes.years.indexOf(year);
    const end = begin === -1 ? -1 : votes.years.lastIndexOf(year) + 1;
    const known = new Map<string, Int8Array>();
    const placesOf = (state: string): Int8Array => {
      const found = known.get(state);
      if (found) return found;
      const ballots = begin === -1 ? undefined : votes.ballots.get(state)?.subarray(begin, end);
      const made = Int8Array.from(ballots ?? [], (ballot) => places[ballot] ?? -1);
      known.set(state, made);
      return made;
    };
    const nothing = incomparable('TOO_FEW', `There is no roll call of ${year} on which both voted.`);
    return (one, other) => {
      const [x, y] = [placesOf(one), placesOf(other)];
      if (x.length === 0 || y.length === 0) return nothing;
      const table = crossTable(voteScale, x, y);
      return table.n === 0 ? nothing : { ...measure.of(table, how), unknown: null };
    };
  };
}

/** The states that voted in a year, or could have: those with a ballot that does not say they were no members. */
export function votersIn(votes: Votes, year: number): ReadonlySet<string> {
  const begin = votes.years.indexOf(year);
  if (begin === -1) return new Set();
  const end = votes.years.lastIndexOf(year) + 1;
  const { NONE, NON_MEMBER } = ballotCodes;
  const voters = [...votes.ballots].filter(([, ballots]) =>
    ballots.subarray(begin, end).some((ballot) => ballot !== NONE && ballot !== NON_MEMBER),
  );
  return new Set(voters.map(([state]) => state));
}
