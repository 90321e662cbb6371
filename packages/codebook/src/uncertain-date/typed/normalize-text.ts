/** Returns the year of a match of `AD 44` or `44 CE` with four digits. */
function fourDigitYear(_: string, before: string | undefined, after: string | undefined): string {
  return (before ?? after ?? '').padStart(4, '0');
}

/**
 * Replaces special spaces, hyphens and apostrophes by plain ones, because people paste text from web pages and word
 * processors. Writes the year of `AD 44` and `44 CE` with four digits.
 */
export function normalizeText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\p{Zs}\t\r\n]+/gu, ' ')
    .replace(/[\p{Pd}\u2212]/gu, '-')
    .replace(/[’‘`´]/g, "'")
    .replace(/\bAD ?(\d{1,4})\b|\b(\d{1,4}) (?:AD|CE)\b/gi, fourDigitYear)
    .trim();
}
