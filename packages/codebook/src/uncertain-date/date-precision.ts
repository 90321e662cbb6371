import { valueList } from '../value-list.ts';

/** How finely a date is known: the calendar unit that its text names, whatever its bounds span. */
export const datePrecision = valueList('DatePrecision', 'How finely a date is known.', {
  DAY: ['Day', 'One day of the calendar.'],
  MONTH: ['Month', 'One month; the day is not stated.'],
  SEASON: ['Season', 'A season of three months, reckoned by the meteorological calendar.'],
  QUARTER: ['Quarter', 'A quarter of a calendar year.'],
  QUADRIMESTER: ['Four months', 'The first, middle or last four months of a calendar year.'],
  SEMESTER: ['Half-year', 'The first or second half of a calendar year.'],
  YEAR: ['Year', 'One calendar year; the month is not stated.'],
  DECADE: ['Decade', 'Ten years that share their first three digits.'],
  CENTURY: ['Century', 'A hundred years that share their first two digits.'],
  MILLENNIUM: ['Millennium', 'A thousand years that share their first digit.'],
  INTERVAL: ['Interval', 'From one date to another; either end may be open or unknown.'],
  SET: ['Set', 'One of several dates, or all of several dates.'],
  UNSPECIFIED: [
    'Digits not stated',
    'Digits are missing where no unit of the calendar covers the gap, as in 2019-XX-15.',
  ],
});

/** One of the values of {@link datePrecision}. */
export type DatePrecision = keyof typeof datePrecision.values;
