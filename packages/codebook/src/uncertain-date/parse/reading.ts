import type { DatePrecision } from '../date-precision.ts';

/** The qualifier of a part of a date: `?` uncertain, `~` approximate, or `%` for both. */
export type Doubt = 'none' | 'uncertain' | 'approximate' | 'both';

/** The qualifier of each part. `month` is also used for seasons and quarters. A missing part has `none`. */
export interface Doubts {
  readonly year: Doubt;
  readonly month: Doubt;
  readonly day: Doubt;
}

/** The content of a single date, depending on its form. Missing digits are X. */
export type Shape =
  | { readonly kind: 'calendar'; readonly year: string; readonly month: string | null; readonly day: string | null }
  | { readonly kind: 'division'; readonly year: string; readonly code: number }
  | { readonly kind: 'estimate'; readonly year: number; readonly low: number; readonly high: number };

/** The first and last possible day of a date; null is unknown. */
export interface Bounds {
  readonly earliest: string | null;
  readonly latest: string | null;
}

/** A single date, that is, neither an interval nor a set. */
export interface Point extends Bounds {
  readonly text: string;
  readonly shape: Shape;
  readonly precision: DatePrecision;
  readonly doubts: Doubts;
}

/** An end of an interval: a date, `..` (open) or empty (unknown). */
export type End = Point | 'open' | 'unknown';

/** A member of a set: one date, or every date of a range. */
export interface Member {
  readonly from: Point;
  readonly to: Point | null;
}

/** A parsed text in EDTF. */
export type Reading =
  | { readonly form: 'point'; readonly point: Point }
  | { readonly form: 'interval'; readonly start: End; readonly end: End }
  | {
      readonly form: 'set';
      /** `{}` means every member, `[]` one of them. */
      readonly every: boolean;
      readonly members: readonly Member[];
      readonly orEarlier: boolean;
      readonly orLater: boolean;
    };
