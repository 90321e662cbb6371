import type { DatePrecision } from './date-precision.ts';
import { boundOf } from './parse/interval.ts';
import type { Bounds, End, Member, ParsedEdtf } from './parse/parsed-edtf.ts';
import { readEdtf } from './parse/read-edtf.ts';
import { setText } from './parse/set.ts';

/**
 * An uncertain date. `earliest` and `latest` are its first and last possible day: `YYYY-MM-DD`, `-infinity` or
 * `infinity` if the date is open on that side, null if the bound is unknown. Qualifiers (`?`, `~`, `%`) never widen the
 * bounds.
 *
 * `startLatest` and `endEarliest` are the inner bounds of the date as a spell, in the same notation: it starts no later
 * than `startLatest` and does not end before `endEarliest`. For `1971/1975` they are 1971-12-31 and 1975-01-01. For a
 * single date and for a set they are the outer bounds reversed: `startLatest` is `latest`, `endEarliest` is `earliest`.
 */
export interface UncertainDate {
  readonly edtf: string;
  readonly earliest: string | null;
  readonly latest: string | null;
  readonly startLatest: string | null;
  readonly endEarliest: string | null;
  readonly precision: DatePrecision;
}

/** A date, or a problem: a message that says what is wrong with the text. */
export type ParsedDate =
  | { readonly ok: true; readonly date: UncertainDate }
  | { readonly ok: false; readonly problem: string };

function endText(end: End): string {
  if (end === 'open') return '..';
  return end === 'unknown' ? '' : end.text;
}

function outermost(bounds: (string | null)[], side: 'earliest' | 'latest'): string | null {
  let outer: string | null = null;
  for (const bound of bounds) {
    if (bound === null) return null;
    if (outer === null || (side === 'earliest' ? bound < outer : bound > outer)) outer = bound;
  }
  return outer;
}

/** Returns the outer bounds of a set. Its members may be in any order. */
function setBounds(members: readonly Member[], orEarlier: boolean, orLater: boolean): Bounds {
  return {
    earliest: orEarlier
      ? '-infinity'
      : outermost(
          members.map(({ from }) => from.earliest),
          'earliest',
        ),
    latest: orLater
      ? 'infinity'
      : outermost(
          members.map(({ from, to }) => (to ?? from).latest),
          'latest',
        ),
  };
}

/** Returns the uncertain date that a parsed EDTF text states, with its bounds and precision. */
export function dateOf(reading: ParsedEdtf): UncertainDate {
  switch (reading.form) {
    case 'point': {
      const { text, earliest, latest, precision } = reading.point;
      return { edtf: text, earliest, latest, startLatest: latest, endEarliest: earliest, precision };
    }
    case 'interval': {
      const { start, end } = reading;
      return {
        edtf: `${endText(start)}/${endText(end)}`,
        earliest: boundOf(start, 'earliest'),
        latest: boundOf(end, 'latest'),
        startLatest: start === 'open' ? '-infinity' : boundOf(start, 'latest'),
        endEarliest: end === 'open' ? 'infinity' : boundOf(end, 'earliest'),
        precision: 'INTERVAL',
      };
    }
    case 'set': {
      const bounds = setBounds(reading.members, reading.orEarlier, reading.orLater);
      const inner = { startLatest: bounds.latest, endEarliest: bounds.earliest };
      return { edtf: setText(reading), ...bounds, ...inner, precision: 'SET' };
    }
    default:
      return reading satisfies never;
  }
}

/**
 * Parses a date in EDTF (ISO 8601-2, levels 0 to 2) and computes its bounds, for storage. The text is trimmed, sets
 * lose their spaces, `199` and `19` become `199X` and `19XX`, and `~2019` becomes `2019~`; otherwise it stays as typed.
 * Years run from 0001 to 9999. Other years are refused: Postgres writes earlier years as "BC", and the date types of
 * JSON clients support neither BC nor years of five digits. Times of day are refused, because the register records
 * days. For the bounds of seasons see {@link file://./parse/divisions.ts}.
 */
export function parseUncertainDate(edtf: string): ParsedDate {
  const cached = cache.get(edtf);
  if (cached) return cached;
  const reading = readEdtf(edtf);
  const parsed: ParsedDate = reading.ok
    ? { ok: true, date: dateOf(reading.value) }
    : { ok: false, problem: reading.problem };
  if (edtf.length > maxCachedLength) return parsed;
  if (cache.size >= maxCachedDates) cache.clear();
  cache.set(edtf, parsed);
  return parsed;
}

// Parsing takes a fifth of a millisecond, and registers contain the same dates many times.
const cache = new Map<string, ParsedDate>();
// At most about ten mebibytes: half a kilobyte for each date.
const [maxCachedDates, maxCachedLength] = [20_000, 60];
