import { describe, expect, it } from '@jest/globals';
import { daysInMonth, isoDay } from './calendar.ts';
import { extremes } from './digits.ts';

function everyDay(firstYear: number, lastYear: number): string[] {
  const days: string[] = [];
  for (let year = firstYear; year <= lastYear; year += 1) {
    for (let month = 1; month <= 12; month += 1) {
      for (let day = 1; day <= daysInMonth(year, month); day += 1) days.push(isoDay(year, month, day));
    }
  }
  return days;
}

const DAYS = everyDay(2009, 2021);

/** Returns every day from 2009 to 2021 that matches a mask, found by brute force. */
function everyFit(mask: string): string[] {
  const pattern = new RegExp(`^${mask.replaceAll('X', '\\d')}$`);
  return DAYS.filter((iso) => pattern.test(iso));
}

function masks(): string[] {
  const years = ['2019', '2020', '201X'];
  const months = ['01', '02', '04', '12', '0X', '1X', 'X0', 'X1', 'X2', 'X9', 'XX', '13', '00'];
  const days = ['01', '28', '29', '30', '31', '0X', '1X', '2X', '3X', 'X0', 'X1', 'X9', 'XX', '32', '00'];
  return years.flatMap((year) => months.flatMap((month) => days.map((day) => `${year}-${month}-${day}`)));
}

describe('extremes', () => {
  it('returns the first and last matching day, or null if there is none', () => {
    for (const mask of masks()) {
      const [year = '', month = null, day = null] = mask.split('-');
      const fits = everyFit(mask);
      const expected = fits.length === 0 ? null : { first: fits[0], last: fits.at(-1) };
      expect([mask, extremes(year, month, day)]).toEqual([mask, expected]);
    }
  });

  it('is limited to the years 0001 to 9999', () => {
    expect(extremes('XXXX', null, null)).toEqual({ first: '0001-01-01', last: '9999-12-31' });
    expect(extremes('0000', null, null)).toBeNull();
  });
});
