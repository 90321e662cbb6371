/** A number of characters that fits into one entry of a Postgres index, even if each character takes four bytes. */
const indexedLength = 600;

/**
 * The maximum lengths of labels and of the values of fields. A label is measured in characters (code points), a value
 * in UTF-16 units. Labels and lines of text are indexed, which limits their length.
 */
export const maxLengths = {
  label: indexedLength,
  text: indexedLength,
  longText: 50_000,
  code: 200,
  url: 2_048,
  language: 35,
} as const;

/** The number of rows on a page if the client does not ask for another number. */
export const defaultPageSize = 25;
/** The maximum number of rows on a page. */
export const maxPageSize = 100;

/** Cuts a text to at most `maxLength` UTF-16 units, but never in the middle of a character. */
export function cutText(text: string, maxLength: number): string {
  const cut = text.slice(0, maxLength);
  return cut.length < text.length && /[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut;
}
