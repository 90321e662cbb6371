import type { DateVector } from './vector.ts';

/** Seasons and other parts of a year. Seasons are meteorological; one without a hemisphere is northern. */
export const DIVISIONS: readonly DateVector[] = [
  ['2019-21', '2019-03-01', '2019-05-31', 'SEASON', 'spring 2019'],
  ['2019-22', '2019-06-01', '2019-08-31', 'SEASON', 'summer 2019'],
  ['2019-23', '2019-09-01', '2019-11-30', 'SEASON', 'autumn 2019'],
  ['2019-24', '2019-12-01', '2020-02-29', 'SEASON', 'winter 2019–20'],
  ['1999-24', '1999-12-01', '2000-02-29', 'SEASON', 'winter 1999–2000'],
  ['2018-24', '2018-12-01', '2019-02-28', 'SEASON', 'winter 2018–19'],
  ['2019-25', '2019-03-01', '2019-05-31', 'SEASON', 'spring 2019 (northern hemisphere)'],
  ['2019-26', '2019-06-01', '2019-08-31', 'SEASON', 'summer 2019 (northern hemisphere)'],
  ['2019-27', '2019-09-01', '2019-11-30', 'SEASON', 'autumn 2019 (northern hemisphere)'],
  ['2019-28', '2019-12-01', '2020-02-29', 'SEASON', 'winter 2019–20 (northern hemisphere)'],
  ['2019-29', '2019-09-01', '2019-11-30', 'SEASON', 'spring 2019 (southern hemisphere)'],
  ['2019-30', '2019-12-01', '2020-02-29', 'SEASON', 'summer 2019–20 (southern hemisphere)'],
  ['2019-31', '2019-03-01', '2019-05-31', 'SEASON', 'autumn 2019 (southern hemisphere)'],
  ['2019-32', '2019-06-01', '2019-08-31', 'SEASON', 'winter 2019 (southern hemisphere)'],
  ['2019-33', '2019-01-01', '2019-03-31', 'QUARTER', 'the first quarter of 2019'],
  ['2019-34', '2019-04-01', '2019-06-30', 'QUARTER', 'the second quarter of 2019'],
  ['2019-35', '2019-07-01', '2019-09-30', 'QUARTER', 'the third quarter of 2019'],
  ['2019-36', '2019-10-01', '2019-12-31', 'QUARTER', 'the fourth quarter of 2019'],
  ['2019-37', '2019-01-01', '2019-04-30', 'QUADRIMESTER', 'the first four months of 2019'],
  ['2019-38', '2019-05-01', '2019-08-31', 'QUADRIMESTER', 'the middle four months of 2019'],
  ['2019-39', '2019-09-01', '2019-12-31', 'QUADRIMESTER', 'the last four months of 2019'],
  ['2019-40', '2019-01-01', '2019-06-30', 'SEMESTER', 'the first half of 2019'],
  ['2019-41', '2019-07-01', '2019-12-31', 'SEMESTER', 'the second half of 2019'],
  ['0044-24', '0044-12-01', '0045-02-28', 'SEASON', 'winter AD 44'],
];
