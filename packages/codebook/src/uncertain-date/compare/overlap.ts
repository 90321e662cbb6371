import type { Bounds } from '../parse/parsed-edtf.ts';

/**
 * Whether a date may lie in the period from `from` to `to`, that is, whether the two may overlap. The two meanings of
 * “in the period” for an uncertain date, possible and certain, are defined here as conditions on (earliest, latest,
 * from, to); the SQL of the reader repeats them.
 *
 * `from` and `to` are ISO days and belong to the period. A period without a first day has `from` = `-infinity`, one
 * without a last day has `to` = `infinity`. The caller ensures `from <= to`.
 *
 *     possible:  (earliest IS NOT NULL OR latest IS NOT NULL)
 *                AND (earliest IS NULL OR earliest <= to)
 *                AND (latest   IS NULL OR latest   >= from)
 *
 *     certain:   earliest IS NOT NULL AND latest IS NOT NULL
 *                AND earliest >= from
 *                AND latest   <= to
 *
 * - An open bound (`-infinity`, `infinity`) is a bound like any other: it lies before or after every day, so an open
 *   end is certain only in a period that is open on that side too.
 * - An unknown bound (NULL) never makes a date certain, not even in a period open on that side. It excludes nothing
 *   either: a date with start 2001 and unknown end (`2001/`) is possible in 2015 but not in 2000.
 * - A date with two unknown bounds (or an empty field) is neither possible nor certain. Otherwise it would match every
 *   period.
 * - A date that is certain in a period is also possible in it.
 *
 * In SQL, where a comparison with NULL is not true, this is
 *
 *     possible:  coalesce(earliest, latest) IS NOT NULL
 *                AND coalesce(earliest, '-infinity') <= to AND coalesce(latest, 'infinity') >= from
 *     certain:   earliest >= from AND latest <= to
 */
export function isPossiblyWithin({ earliest, latest }: Bounds, from: string, to: string): boolean {
  if (earliest === null && latest === null) return false;
  return (earliest === null || notAfter(earliest, to)) && (latest === null || notAfter(from, latest));
}

/** Whether a date certainly lies in the period from `from` to `to`; see {@link isPossiblyWithin} for the definition. */
export function isCertainlyWithin({ earliest, latest }: Bounds, from: string, to: string): boolean {
  return earliest !== null && latest !== null && notAfter(from, earliest) && notAfter(latest, to);
}

/**
 * Whether bound `a` is not after bound `b`. Bounds compare as strings: days are `YYYY-MM-DD`, and `-infinity`
 * and `infinity` sort before and after every digit.
 */
function notAfter(a: string, b: string): boolean {
  return a <= b;
}
