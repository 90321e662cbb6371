import type { DatePrecision } from '../date-precision.ts';

/** How a part of a date is doubted: `?`, `~`, or `%` for both. */
export type Doubt = 'none' | 'uncertain' | 'approximate' | 'both';

/** The doubt on each part. The month's slot serves seasons and quarters too. A part that is not there has `none`. */
export interface Doubts {
  readonly year: Doubt;
  readonly month: Doubt;
  readonly day: Doubt;
}

/** What a single date says, by the way it is written. Digits that are not stated are X. */
export type Shape =
  | { readonly kind: 'calendar'; readonly year: string; readonly month: string | null; readonly day: string | null }
  | { readonly kind: 'division'; readonly year: string; readonly code: number }
  | { readonly kind: 'estimate'; readonly year: number; readonly low: number; readonly high: number };

/** First and last day on which a date may lie; null is unknown. */
export interface Bounds {
  readonly earliest: string | null;
  readonly latest: string | null;
}

/** A single date: neither an interval nor a set. */
export interface Point extends Bounds {
  readonly text: string;
  readonly shape: Shape;
  readonly precision: DatePrecision;
  readonly doubts: Doubts;
}

/** An end of an interval: a date, `..` (there is no end) or nothing (the end is not known). */
export type End = Point | 'open' | 'unknown';

/** A member of a set: one date, or each date of a run. */
export interface Member {
  readonly from: Point;
  readonly to: Point | null;
}

/** A text in EDTF taken apart. */
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
