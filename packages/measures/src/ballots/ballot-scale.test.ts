import { expect, it } from '@jest/globals';
import { missingLevel } from '../similarity/cross-table.ts';
import { placeOfBallot } from './ballot-scale.ts';

it('counts an absence only if absences count as abstentions, and never counts a non-member', () => {
  const choices = ['YES', 'ABSTAIN', 'NO', 'ABSENT', 'NON_MEMBER', 'NONE'];
  expect(choices.map((choice) => placeOfBallot(choice, 'left out'))).toEqual([
    0,
    1,
    2,
    missingLevel,
    missingLevel,
    missingLevel,
  ]);
  expect(choices.map((choice) => placeOfBallot(choice, 'abstention'))).toEqual([
    0,
    1,
    2,
    1,
    missingLevel,
    missingLevel,
  ]);
});
