import { valueList } from '../value-list.ts';

/** The precision of a date: the calendar unit that its text names, independent of the span of its bounds. */
export const datePrecision = valueList(
  'DatePrecision',
  'The calendar unit that a date names, such as a day or a year.',
  {
    DAY: ['Day', 'One day of the calendar.'],
    MONTH: ['Month', 'One month; the day is not stated.'],
    SEASON: ['Season', 'A meteorological season of three months.'],
    QUARTER: ['Quarter', 'A quarter of a calendar year.'],
    QUADRIMESTER: ['Four months', 'The first, middle or last four months of a calendar year.'],
    SEMESTER: ['Half-year', 'The first or second half of a calendar year.'],
    YEAR: ['Year', 'One calendar year; the month is not stated.'],
    DECADE: ['Decade', 'Ten years with the same first three digits.'],
    CENTURY: ['Century', 'A hundred years with the same first two digits.'],
    MILLENNIUM: ['Millennium', 'A thousand years with the same first digit.'],
    INTERVAL: ['Interval', 'A period from one date to another; either end may be open or unknown.'],
    SET: ['Set', 'Several dates, of which one or all are meant.'],
    UNSPECIFIED: ['Digits not stated', 'The missing digits do not correspond to a calendar unit, as in 2019-XX-15.'],
  },
);

/** The name of a precision, such as `DAY`. */
export type DatePrecision = keyof typeof datePrecision.values;
