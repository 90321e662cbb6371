import { type AbsenceRule, ballotScale, crossTable, placeOfBallot } from '@chancery/measures';
import { ballotCodes, type Votes } from '@chancery/reader';
import type { TableMeasure } from './catalogue.ts';
import { type Compare, noDyadValue } from './comparison.ts';
import type { ResolvedOptions } from './options.ts';
import { tableOptions } from './table-options.ts';

/** Compares the ballots of two states in the roll calls of the window's calendar year. */
export function compareVotes(votes: Votes, measure: TableMeasure, options: ResolvedOptions): Compare {
  const absence: AbsenceRule = options.convention === 'HAEGE_2011' ? 'abstention' : 'left out';
  const places = Int8Array.from(Object.keys(ballotCodes), (choice) => placeOfBallot(choice, absence));
  const formulaOptions = tableOptions(options);
  return (_members, { year }) => {
    const begin = votes.years.indexOf(year);
    const end = begin === -1 ? -1 : votes.years.lastIndexOf(year) + 1;
    const placesByState = new Map<string, Int8Array>();
    const placesOf = (state: string): Int8Array => {
      const cached = placesByState.get(state);
      if (cached) return cached;
      const ballots = begin === -1 ? undefined : votes.ballots.get(state)?.subarray(begin, end);
      const placesOfState = Int8Array.from(ballots ?? [], (ballot) => places[ballot] ?? -1);
      placesByState.set(state, placesOfState);
      return placesOfState;
    };
    const noSharedVotes = noDyadValue('TOO_FEW', `There is no roll call in ${year} on which both states voted.`);
    return (a, b) => {
      const [x, y] = [placesOf(a), placesOf(b)];
      if (x.length === 0 || y.length === 0) return noSharedVotes;
      const table = crossTable(ballotScale, x, y);
      return table.n === 0 ? noSharedVotes : { ...measure.of(table, formulaOptions), unknown: null };
    };
  };
}

/** Returns the ids of the states that could vote in a year: those with a ballot other than `NON_MEMBER`. */
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
