import { valueList } from '../value-list.ts';

export const resolutionOutcome = valueList('ResolutionOutcome', 'The outcome of a vote.', {
  ADOPTED: ['Adopted', 'Adopted.'],
  REJECTED: ['Rejected', 'Not adopted for lack of votes.'],
  VETOED: ['Vetoed', 'Not adopted because of a negative vote of a permanent member.'],
  WITHDRAWN: ['Withdrawn', 'Withdrawn before or during the vote.'],
});

export const ballotChoice = valueList('BallotChoice', 'How a state voted. Abstention, absence and non-membership are distinguished.', {
  YES: ['Yes', 'In favor.'],
  ABSTAIN: ['Abstain', 'Abstained.'],
  NO: ['No', 'Against.'],
  ABSENT: ['Absent', 'Did not take part in the vote.'],
  NON_MEMBER: ['Not a member', 'Was not a member of the forum at the time.'],
});
