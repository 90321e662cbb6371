import type { DatePrecision } from './date-precision.ts';
import { boundOf } from './parse/interval.ts';
import { readEdtf } from './parse/read-edtf.ts';
import type { Bounds, End, Member, Reading } from './parse/reading.ts';
import { setText } from './parse/set.ts';

/**
 * A date with its doubt. `earliest` and `latest` are the first and last day on which it may lie: `YYYY-MM-DD`,
 * `-infinity` or `infinity` where the date has no end on that side, null where the end is not known. Marks of doubt
 * (`?`, `~`, `%`) never widen them.
 *
 * Read as a period in which something holds, it starts by `startLatest` and does not end before `endEarliest`, in the
 * same notation: of `1971/1975` they are 1971-12-31 and 1975-01-01. A date that is no interval starts and ends within
 * itself; of a set it is not known which of its members it covers.
 */
export interface UncertainDate {
  readonly edtf: string;
  readonly earliest: string | null;
  readonly latest: string | null;
  readonly startLatest: string | null;
  readonly endEarliest: string | null;
  readonly precision: DatePrecision;
}

/** A date, or one sentence that names what is wrong with the text. */
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

/** A set is as wide as its members together, in whatever order they stand. */
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

/** The date that a reading stands for. */
export function dateOf(reading: Reading): UncertainDate {
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
 * Parses a date in EDTF (ISO 8601-2, levels 0 to 2) and works out its bounds, for storage. The text comes back trimmed,
 * without spaces in sets, with `199` and `19` written as `199X` and `19XX`, and `~2019` as `2019~`; else as it was
 * typed. Years run from 0001 to 9999: Postgres writes earlier ones as "BC", and JSON clients carry neither those nor
 * longer ones, so any other year is refused rather than kept in a form that half of the readers cannot use. Times of
 * day are refused: the register records days. Bounds of seasons are those of {@link file://./parse/divisions.ts}.
 */
export function parseUncertainDate(edtf: string): ParsedDate {
  const known = parsed.get(edtf);
  if (known) return known;
  const reading = readEdtf(edtf);
  const made: ParsedDate = reading.ok
    ? { ok: true, date: dateOf(reading.value) }
    : { ok: false, problem: reading.problem };
  if (edtf.length > longestKept) return made;
  if (parsed.size >= mostKept) parsed.clear();
  parsed.set(edtf, made);
  return made;
}

// The grammar takes a fifth of a millisecond a date, and registers hold the same dates over and over.
const parsed = new Map<string, ParsedDate>();
const [mostKept, longestKept] = [50_000, 60];
