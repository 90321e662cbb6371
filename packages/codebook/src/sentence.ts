const sentenceEnd = /[.!?…][”’"')\]]*$/;
// English words that begin with a vowel but not with its sound: a unit, a European list, a one-year term.
const soundsLikeConsonant = /^(?:UN\b|[Uu]ni(?![nm])|[Uu]s[aeiu]|[Ee]u|[Oo]n(?:e|ce)\b)/;

/** Returns a text that ends as a sentence does: with a full stop, unless it ends with a sign that ends a sentence. */
export function withFullStop(text: string): string {
  return sentenceEnd.test(text) ? text : `${text}.`;
}

/** Returns a noun phrase after its indefinite article: `an agreement`, `a state`, `a unit`. */
export function withArticle(phrase: string): string {
  return `${/^[aeiou]/i.test(phrase) && !soundsLikeConsonant.test(phrase) ? 'an' : 'a'} ${phrase}`;
}

/**
 * Returns a sentence about a subject from a message of `valueSchema`, which is either a predicate (`must be text`) or,
 * for a date, sentences of its own: `Date must be text.`, `Date: “ongoing” needs a start: write …`.
 */
export function problemSentence(subject: string, message: string): string {
  return withFullStop(/^[a-z]/.test(message) ? `${subject} ${message}` : `${subject}: ${message}`);
}

/** Formats a count with thousands separators: `3,212`. */
export function formatCount(count: number): string {
  return count.toLocaleString('en-GB');
}

/** Formats a count with its noun in the singular or plural: `1 error`, `2 errors`. */
export function pluralize(count: number, singular: string, plural = `${singular}s`): string {
  return `${formatCount(count)} ${count === 1 ? singular : plural}`;
}
