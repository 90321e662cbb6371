import type { DatePrecision } from '../date-precision.ts';

/** The qualifier of a part of a date: `?` is uncertain, `~` approximate, `%` both. */
export type Doubt = 'none' | 'uncertain' | 'approximate' | 'both';

/**
 * The qualifier of each part of a date. For a division of a year, `month` is the qualifier of the season, quarter or
 * other division. A missing part has `none`.
 */
export interface Doubts {
  readonly year: Doubt;
  readonly month: Doubt;
  readonly day: Doubt;
}

/**
 * The content of a single date: a date of the calendar, a division of a year, or a year that is estimated to lie
 * between `low` and `high`. Missing digits are X.
 */
export type Shape =
  | { readonly kind: 'calendar'; readonly year: string; readonly month: string | null; readonly day: string | null }
  | { readonly kind: 'division'; readonly year: string; readonly code: number }
  | { readonly kind: 'estimate'; readonly year: number; readonly low: number; readonly high: number };

/**
 * The first and last possible day of a date; `-infinity` or `infinity` if the date is open on that side, null if the
 * bound is unknown.
 */
export interface Bounds {
  readonly earliest: string | null;
  readonly latest: string | null;
}

/** A single date, which is neither an interval nor a set. `text` is its canonical EDTF. */
export interface Point extends Bounds {
  readonly text: string;
  readonly shape: Shape;
  readonly precision: DatePrecision;
  readonly doubts: Doubts;
}

/** An end of an interval: a date, open (`..`) or unknown (empty). */
export type End = Point | 'open' | 'unknown';

/** A member of a set: one date if `to` is null, otherwise every date of a range. */
export interface Member {
  readonly from: Point;
  readonly to: Point | null;
}

/** A parsed text in EDTF. */
export type ParsedEdtf =
  | { readonly form: 'point'; readonly point: Point }
  | { readonly form: 'interval'; readonly start: End; readonly end: End }
  | {
      readonly form: 'set';
      /** True for `{}`, which means all members; false for `[]`, which means one of them. */
      readonly every: boolean;
      readonly members: readonly Member[];
      readonly orEarlier: boolean;
      readonly orLater: boolean;
    };
