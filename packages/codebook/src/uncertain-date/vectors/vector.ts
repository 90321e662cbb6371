import type { DatePrecision } from '../date-precision.ts';

/** A text in EDTF, and all that the register makes of it. `canonical` where the text that is kept differs. */
export type DateVector = readonly [
  edtf: string,
  earliest: string | null,
  latest: string | null,
  precision: DatePrecision,
  words: string,
  canonical?: string,
];

/** A text that is refused, and the sentence that an editor reads. */
export type Refusal = readonly [text: string, problem: string];

/** What an editor types, the EDTF that is recorded, and the reading shown below the field. */
export type TypedVector = readonly [typed: string, edtf: string, words: string];
