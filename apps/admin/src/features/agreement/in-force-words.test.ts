import { expect, it } from '@jest/globals';
import { type InForceOutput, inForceExplanation, inForceWords } from './in-force-words.ts';

const on = '2019-09-02';
const dated = (words: string, earliest: string, latest = earliest) => ({ words, earliest, latest });
const agreement = (part: Partial<InForceOutput>): InForceOutput => ({
  inForce: null,
  signed: null,
  entryIntoForce: null,
  ended: null,
  ...part,
});

it('explains the reading from the dates of the agreement', () => {
  const treaty = agreement({ inForce: 'PRESUMED', entryIntoForce: dated('4 July 2001', '2001-07-04') });
  expect(inForceWords(treaty, on)).toBe('in force, no end recorded');
  expect(inForceExplanation(treaty, on)).toBe(
    'Entry into force: 4 July 2001. Its end is not recorded. It is presumed to be in force on 2 September 2019. The register does not record until when this was attested.',
  );
});

it.each([
  ['CERTAIN', 'Obligations under it held on 2 September 2019.'],
  ['PRESUMED', 'Obligations under it are presumed to hold on 2 September 2019.'],
  ['LAST_RECORDED', 'It is not known whether obligations under it'],
  ['NO', 'No obligation under it with a recorded period held on 2 September 2019.'],
] as const)('explains %s from the obligations if no entry into force is recorded', (inForce, words) => {
  expect(inForceExplanation(agreement({ inForce }), on)).toContain(words);
});

it('names the date of signature if the agreement was signed later', () => {
  const later = agreement({ inForce: 'NO', signed: dated('3 May 2020', '2020-05-03') });
  expect(inForceWords(later, on)).toBe('not yet signed');
  expect(inForceExplanation(later, on)).toBe(
    'Signed: 3 May 2020. Its entry into force is not recorded. Its end is not recorded. It was not in force on 2 September 2019.',
  );
});

it('does not mention obligations if the agreement had ended', () => {
  const ended = agreement({ inForce: 'NO', ended: dated('2010', '2010-01-01', '2010-12-31') });
  expect(inForceWords(ended, on)).toBe('not in force (end: 2010)');
  expect(inForceExplanation(ended, on)).not.toContain('obligations');
});
