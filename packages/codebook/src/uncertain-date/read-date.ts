import { readEdtf } from './parse/read-edtf.ts';
import { dateOf, type UncertainDate } from './parse-uncertain-date.ts';
import { readChoice } from './typed/choice.ts';
import { normalizeText } from './typed/normalize-text.ts';
import { explainNonDate, explainUnknownForm } from './typed/not-a-date.ts';
import { readOpenEndedRange } from './typed/open-ended.ts';
import { readRange } from './typed/range.ts';
import { readTypedPoint } from './typed/typed-point.ts';
import { wordsOf } from './words-of.ts';

/**
 * A typed date as EDTF with its words, or a problem: a message that says what is wrong and, if possible, what to write.
 */
export type TypedDate =
  | { readonly ok: true; readonly edtf: string; readonly words: string; readonly date: UncertainDate }
  | { readonly ok: false; readonly problem: string };

/** The length above which a text is parsed only as EDTF: to try every split of a text as a range is slow. */
const MAX_LENGTH = 200;

function fromEdtf(edtf: string): TypedDate {
  const reading = readEdtf(edtf);
  if (!reading.ok) return { ok: false, problem: reading.problem };
  const date = dateOf(reading.value);
  return { ok: true, edtf: date.edtf, words: wordsOf(date.edtf), date };
}

/**
 * Whether the EDTF parser has the most helpful message for a text: the text has only characters of EDTF, or it has a
 * time or an unusual character.
 */
function looksLikeEdtf(text: string): boolean {
  return /^[\dXxuYyESTWZ?~%/.,:[\]{}()+-]+$/.test(text) || /\d:\d\d|[^ -~]/.test(text);
}

/**
 * Reads a date as an editor types it: in EDTF or in English (`autumn 2019`, `c. 2016`, `2 September 2019`,
 * `before 2019`, `2001-2010`). The words that {@link wordsOf} returns for a date can be read back to the same bounds.
 * Exceptions are words for missing or significant digits, for intervals without a date, and for a basis. An ambiguous
 * text such as `02/09/2019` is refused with a message that names both meanings. “Before 2019” and “after 2019” exclude
 * 2019; “until”, “by” and “since” include it.
 */
export function readDate(text: string): TypedDate {
  const normalized = normalizeText(text);
  const isShortYear = /^\d{1,3}$/.test(normalized);
  const plain = fromEdtf(normalized);
  if (plain.ok && !isShortYear) return plain;
  if (normalized === '') return plain;
  if (normalized.length > MAX_LENGTH) {
    return looksLikeEdtf(normalized) ? plain : { ok: false, problem: explainUnknownForm(normalized) };
  }
  const refusal = explainNonDate(normalized);
  if (refusal !== null) return { ok: false, problem: refusal };
  const problems: string[] = [];
  for (const read of [readTypedPoint, readRange, readOpenEndedRange, readChoice]) {
    const typed = read(normalized);
    if (typed?.ok) return fromEdtf(typed.value);
    if (typed !== null) problems.push(typed.problem);
    else if (read === readTypedPoint && !plain.ok && looksLikeEdtf(normalized)) problems.push(plain.problem);
  }
  return { ok: false, problem: problems[0] ?? explainUnknownForm(normalized) };
}
