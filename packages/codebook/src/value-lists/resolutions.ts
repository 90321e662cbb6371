import { valueList } from '../value-list.ts';

export const resolutionOutcome = valueList('ResolutionOutcome', 'What came of a vote.', {
  ADOPTED: ['Adopted', 'Adopted.'],
  REJECTED: ['Rejected', 'Not adopted for want of votes.'],
  VETOED: ['Vetoed', 'Not adopted because of a negative vote of a permanent member.'],
  WITHDRAWN: ['Withdrawn', 'Withdrawn before or during the vote.'],
});

export const ballotChoice = valueList('BallotChoice', 'How a state voted. Absent is not abstain, and not a member is neither.', {
  YES: ['Yes', 'In favour.'],
  ABSTAIN: ['Abstain', 'Abstained.'],
  NO: ['No', 'Against.'],
  ABSENT: ['Absent', 'Did not take part in the vote.'],
  NON_MEMBER: ['Not a member', 'Was not a member of the forum at the time.'],
});
