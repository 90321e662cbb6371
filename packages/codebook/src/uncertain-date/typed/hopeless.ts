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
    (text) => `${quote(text)} needs a beginning: write “since 2001”, with the year from which it holds.`,
  ],
  [
    /^(?:today|yesterday|tomorrow|now|recently|(?:last|this|next) \w+)$/i,
    (text) => `${quote(text)} moves with the calendar: write the date itself, as in “2 September 2019”.`,
  ],
  [
    /\b(?:days?|weeks?|months?|years?|decades?) (?:after|before|later|earlier|since|from|ago)\b/i,
    (text) =>
      `A date cannot be worked out from another one: write the date itself, and put ${quote(text)} into the note.`,
  ],
  [
    /^(?:early|mid|late|beginning|start|middle|end)\b/i,
    (text) => `${quote(text)} has no agreed limits: write the months that you mean, as in “January to April 2019”.`,
  ],
  [/\bB\.?C\.?(?:E\.?)?$/i, (text) => `${quote(text)} cannot be recorded: years run from 0001 to 9999.`],
  [
    /^\d{4}-$/,
    (text) =>
      `Write “since ${text.slice(0, 4)}” if ${quote(text)} goes on, or “${text.slice(0, 4)}/” if nobody knows its end.`,
  ],
];

/** The sentence for a text that means something, but no date that can be recorded; null for any other text. */
export function hopeless(text: string): string | null {
  const kind = KINDS.find(([pattern]) => pattern.test(text));
  return kind === undefined ? null : kind[1](text);
}

/** The sentence for a text that is not understood at all. */
export function notUnderstood(text: string): string {
  return `${quote(text)} was not understood as a date. Write it as ${EXAMPLES}.`;
}
