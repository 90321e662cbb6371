import { describe, expect, it } from '@jest/globals';
import { isDay } from './calendar.ts';

describe('isDay', () => {
  it.each(['0001-01-01', '2019-09-02', '2020-02-29', '2000-02-29', '9999-12-31'])('accepts %p', (text) => {
    expect(isDay(text)).toBe(true);
  });

  it.each([
    ...['0000-01-01', '2019-02-29', '1900-02-29', '2019-04-31', '2019-00-10', '2019-13-01', '2019-01-00', '2019-01-32'],
    ...['', '2019', '2019-09', '2019-9-2', ' 2019-09-02', '2019-09-02\n', '12019-09-02', '-2019-09-02', '２019-09-02'],
  ])('rejects %p', (text) => {
    expect(isDay(text)).toBe(false);
  });

  it('agrees with the calendar of the language', () => {
    const two = (number: number) => String(number).padStart(2, '0');
    for (const year of ['0001', '0004', '1582', '1700', '1900', '2000', '2019', '2020', '9999'])
      for (let month = 0; month <= 13; month += 1)
        for (let day = 0; day <= 32; day += 1) {
          const text = `${year}-${two(month)}-${two(day)}`;
          const date = new Date(`${text}T00:00:00Z`);
          const isReal = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
          expect([text, isDay(text)]).toEqual([text, isReal]);
        }
  });
});
