import type { Bounds } from '../parse/reading.ts';

/**
 * The two readings of "in the period from `from` to `to`" for a date that is not exact. They are stated once, here, as
 * conditions on (earliest, latest, from, to); SQL repeats them word for word.
 *
 * `from` and `to` are ISO days, both inside the period. A period without a first day has `from` = `-infinity`, one
 * without a last day has `to` = `infinity`. `from <= to` is the caller's promise.
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
 *   either: a date that began in 2001 and ended nobody knows when (`2001/`) is possible in 2015, and not in 2000.
 * - A date of which both bounds are unknown (also a field left empty) says nothing, so it is neither: it would else
 *   turn up in every period that anybody asks for. Lists offer "date not stated" for these.
 * - Whatever is certain in a period is also possible in it.
 *
 * In SQL, where a comparison with NULL is not true, this is `coalesce(earliest, latest) IS NOT NULL AND
 * coalesce(earliest, '-infinity') <= to AND coalesce(latest, 'infinity') >= from` and `earliest >= from AND latest <=
 * to`.
 */
export function possible({ earliest, latest }: Bounds, from: string, to: string): boolean {
  if (earliest === null && latest === null) return false;
  return (earliest === null || notAfter(earliest, to)) && (latest === null || notAfter(from, latest));
}

/** Whether a date lies wholly inside the period: see {@link possible}, which states both readings. */
export function certain({ earliest, latest }: Bounds, from: string, to: string): boolean {
  return earliest !== null && latest !== null && notAfter(from, earliest) && notAfter(latest, to);
}

/**
 * Whether one bound is not after another. Days are `YYYY-MM-DD`; the texts `-infinity` and `infinity` happen to sort
 * before and after every digit, so the order of texts is the order of bounds.
 */
function notAfter(one: string, other: string): boolean {
  return one <= other;
}
