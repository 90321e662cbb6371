import type { DatePrecision } from '../date-precision.ts';

/** A text in EDTF with the expected bounds, precision and words. `canonical` is the stored text if it differs. */
export type DateVector = readonly [
  edtf: string,
  earliest: string | null,
  latest: string | null,
  precision: DatePrecision,
  words: string,
  canonical?: string,
];

/** A text that is refused, and the message that an editor sees. */
export type Refusal = readonly [text: string, problem: string];

/** What an editor types, the recorded EDTF, and the words shown below the field. */
export type TypedVector = readonly [typed: string, edtf: string, words: string];
