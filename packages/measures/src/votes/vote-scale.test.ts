import { expect, it } from '@jest/globals';
import { missing } from '../similarity/cross-table.ts';
import { placeOfVote } from './vote-scale.ts';

it('counts an absence only if absences count as abstentions, and never counts a non-member', () => {
  const choices = ['YES', 'ABSTAIN', 'NO', 'ABSENT', 'NON_MEMBER', 'NONE'];
  expect(choices.map((choice) => placeOfVote(choice, 'left out'))).toEqual([0, 1, 2, missing, missing, missing]);
  expect(choices.map((choice) => placeOfVote(choice, 'abstention'))).toEqual([0, 1, 2, 1, missing, missing]);
});
