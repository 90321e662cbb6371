import { missingLevel, type Scale } from '../similarity/cross-table.ts';

/** The scale of ballots, with abstention between yes and no. */
export const ballotScale: Scale = { name: 'votes: 1 yes, 2 abstain, 3 no', levels: [1, 2, 3] };

/** Whether an absence is left out or counts as an abstention. Non-members are always left out. */
export type AbsenceRule = 'left out' | 'abstention';

/**
 * Returns the index of a ballot's choice in the levels of `ballotScale`. Returns `missingLevel` if the ballot does not
 * count: an absence that is left out, a non-member, or no choice at all.
 */
export function placeOfBallot(choice: string, absence: AbsenceRule): number {
  switch (choice) {
    case 'YES':
      return 0;
    case 'ABSTAIN':
      return 1;
    case 'NO':
      return 2;
    case 'ABSENT':
      return absence === 'abstention' ? 1 : missingLevel;
    default:
      return missingLevel;
  }
}
