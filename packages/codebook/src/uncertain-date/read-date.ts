import { readEdtf } from './parse/read-edtf.ts';
import { dateOf, type UncertainDate } from './parse-uncertain-date.ts';
import { choice } from './typed/choice.ts';
import { hopeless, notUnderstood } from './typed/hopeless.ts';
import { openEnded } from './typed/open-ended.ts';
import { range } from './typed/range.ts';
import { tidy } from './typed/tidy.ts';
import { typedPoint } from './typed/typed-point.ts';
import { wordsOf } from './words-of.ts';

/** What was typed, as a date with its reading, or one sentence that says what is wrong and what to write. */
export type TypedDate =
  | { readonly ok: true; readonly edtf: string; readonly words: string; readonly date: UncertainDate }
  | { readonly ok: false; readonly problem: string };

/** Longer texts are read as EDTF alone: every cut of a text is tried as a range, which is for short ones. */
const LONGEST = 200;

function fromEdtf(edtf: string): TypedDate {
  const reading = readEdtf(edtf);
  if (!reading.ok) return { ok: false, problem: reading.problem };
  const date = dateOf(reading.value);
  return { ok: true, edtf: date.edtf, words: wordsOf(date.edtf), date };
}

/**
 * Made of the signs of EDTF, or with a time or a strange character in it, so that the parser's sentence is to the
 * point.
 */
function looksLikeEdtf(text: string): boolean {
  return /^[\dXxuYyESTWZ?~%/.,:[\]{}()+-]+$/.test(text) || /\d:\d\d|[^ -~]/.test(text);
}

/**
 * Reads what an editor types into a date field: EDTF as it stands, or English (`autumn 2019`, `c. 2016`,
 * `2 September 2019`, `before 2019`, `2001-2010`). What {@link wordsOf} says
 * of a date without missing digits can be typed back. Where a text has two
 * readings it is refused with both named, never guessed: `02/09/2019`. “Before 2019” and “after 2019” leave 2019 out;
 * “until”, “by” and “since” take it in.
 */
export function readDate(text: string): TypedDate {
  const tidied = tidy(text);
  const isShortYear = /^\d{1,3}$/.test(tidied);
  const plain = fromEdtf(tidied);
  if (plain.ok && !isShortYear) return plain;
  if (tidied === '') return plain;
  if (tidied.length > LONGEST) {
    return looksLikeEdtf(tidied) ? plain : { ok: false, problem: notUnderstood(tidied) };
  }
  const refusal = hopeless(tidied);
  if (refusal !== null) return { ok: false, problem: refusal };
  const problems: string[] = [];
  for (const read of [typedPoint, range, openEnded, choice]) {
    const typed = read(tidied);
    if (typed?.ok) return fromEdtf(typed.value);
    if (typed !== null) problems.push(typed.problem);
    else if (read === typedPoint && !plain.ok && looksLikeEdtf(tidied)) problems.push(plain.problem);
  }
  return { ok: false, problem: problems[0] ?? notUnderstood(tidied) };
}
