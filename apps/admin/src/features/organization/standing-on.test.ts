import { describe, expect, it } from '@jest/globals';
import { standingOn } from './standing-on.ts';

describe('whether a period holds on a day', () => {
  it.each([
    ['2001-06-15/..', '2019-09-15', 'certain'],
    ['2001-06-15/..', '2001-06-15', 'certain'],
    ['2001-06-15/..', '2001-06-14', 'none'],
    ['2019/..', '2019-06-01', 'possible'],
    ['2019/..', '2020-01-01', 'certain'],
    ['2001/', '2019-09-15', 'possible'],
    ['/2019', '2019-03-01', 'possible'],
    ['../2019-12-31', '1990-01-01', 'certain'],
    ['2001/2019', '2019-06-01', 'possible'],
    ['2001/2019', '2020-01-01', 'none'],
    ['2019', '2019-06-01', 'possible'],
    ['2019', '2020-01-01', 'none'],
  ] as const)('%s on %s: %s', (edtf, day, standing) => {
    expect(standingOn(edtf, day)).toBe(standing);
  });

  it('a period that nobody states says nothing of any day', () => {
    expect(standingOn(null, '2019-09-15')).toBe('unstated');
  });
});
