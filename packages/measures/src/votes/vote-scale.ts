import { missing, type Scale } from '../similarity/cross-table.ts';

/** The scale of votes: the abstention stands between the two others. */
export const voteScale: Scale = { name: 'votes: 1 yes, 2 abstain, 3 no', levels: [1, 2, 3] };

/** How an absence counts: not at all, or as an abstention. Who is no member is left out either way. */
export type AbsenceRule = 'left out' | 'abstention';

/** The place of a choice on the scale of votes, or `missing`. */
export function placeOfVote(choice: string, absence: AbsenceRule): number {
  switch (choice) {
    case 'YES':
      return 0;
    case 'ABSTAIN':
      return 1;
    case 'NO':
      return 2;
    case 'ABSENT':
      return absence === 'abstention' ? 1 : missing;
    default:
      return missing;
  }
}
