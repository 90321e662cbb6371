import { expect, it } from '@jest/globals';
import { describeMatch, type Match } from './describe-match.ts';

it.each<[Match['matchedOn'], string, string]>([
  ['LABEL', 'WHOLE', ''],
  ['LABEL', 'WORDS', ''],
  ['LABEL', 'SIMILAR', 'similar spelling'],
  ['CODE', 'WHOLE', 'code USSR'],
  ['NAME', 'PART', 'also “USSR”'],
  ['FORMER_NAME', 'WHOLE', 'formerly “USSR”'],
  ['FORMER_NAME', 'SIMILAR', 'formerly “USSR”, similar spelling'],
])('a match of the %s with the fit %s is described as “%s”', (matchedOn, fit, words) => {
  expect(describeMatch({ matchedOn, matchedText: 'USSR', fit })).toBe(words);
});
