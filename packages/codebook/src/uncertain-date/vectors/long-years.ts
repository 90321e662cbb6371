import type { DateVector } from './vector.ts';

/** Years with significant digits or an exponent. */
export const LONG_YEARS: readonly DateVector[] = [
  ['1950S1', '1000-01-01', '1999-12-31', 'MILLENNIUM', 'some year between 1000 and 1999, estimated 1950'],
  ['1950S2', '1900-01-01', '1999-12-31', 'CENTURY', 'some year between 1900 and 1999, estimated 1950'],
  ['1950S3', '1950-01-01', '1959-12-31', 'DECADE', 'some year between 1950 and 1959, estimated 1950'],
  ['1950S4', '1950-01-01', '1950-12-31', 'YEAR', '1950'],
  ['1234S3', '1230-01-01', '1239-12-31', 'DECADE', 'some year between 1230 and 1239, estimated 1234'],
  ['Y2E3', '2000-01-01', '2000-12-31', 'YEAR', '2000'],
  ['Y2E3S1', '2000-01-01', '2999-12-31', 'MILLENNIUM', 'some year between 2000 and 2999, estimated 2000'],
  ['Y19E2', '1900-01-01', '1900-12-31', 'YEAR', '1900'],
  ['Y19E2S2', '1900-01-01', '1999-12-31', 'CENTURY', 'some year between 1900 and 1999, estimated 1900'],
];
