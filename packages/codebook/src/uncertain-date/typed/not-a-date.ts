import { quote } from '../parse/quote.ts';

const EXAMPLES =
  '“2 September 2019”, “2019-09-02”, “July 2019”, “autumn 2019”, “c. 2016”, “before 2019” or “2001-2010”';

const KINDS: readonly [RegExp, (text: string) => string][] = [
  [
    /^(?:unknown|not known|undated|no date|n\.? ?d\.?|date (?:not stated|unknown)|none|\?+|-+|n\/a)$/i,
    (text) => `${quote(text)} is not a date: leave the field empty, or mark the date as unknown.`,
  ],
  [
    /^(?:open|ongoing|present|to date|still)$/i,
    (text) => `${quote(text)} needs a start: write “since” and the year of the start, as in “since 2001”.`,
  ],
  [
    /^(?:today|yesterday|tomorrow|now|recently|(?:last|this|next) \w+)$/i,
    (text) => `${quote(text)} is a relative date: write the date itself, as in “2 September 2019”.`,
  ],
  [
    /\b(?:days?|weeks?|months?|years?|decades?) (?:after|before|later|earlier|since|from|ago)\b/i,
    (text) => `A date cannot be computed from another one: write the date itself, and put ${quote(text)} in the note.`,
  ],
  [
    /^(?:early|mid|late|beginning|start|middle|end)\b/i,
    (text) => `${quote(text)} is not precise: write the months, as in “January to April 2019”.`,
  ],
  [/\bB\.?C\.?(?:E\.?)?$/i, (text) => `${quote(text)} cannot be recorded: years run from 0001 to 9999.`],
  [
    /^\d{4}-$/,
    (text) =>
      `Write “since ${text.slice(0, 4)}” if ${quote(text)} has not ended, or “${text.slice(0, 4)}/” if the end is not known.`,
  ],
];

/**
 * Returns the problem of a text whose meaning cannot be recorded as a date, such as “today”; null for any other text.
 */
export function explainNonDate(text: string): string | null {
  const kind = KINDS.find(([pattern]) => pattern.test(text));
  return kind === undefined ? null : kind[1](text);
}

/** Returns the problem of a text in a form that is not known, with examples of dates. */
export function explainUnknownForm(text: string): string {
  return `${quote(text)} was not understood as a date. Write it as ${EXAMPLES}.`;
}
