import { stringify } from 'csv-stringify/sync';

/**
 * Writes rows as CSV (RFC 4180); null becomes an empty cell. The texts may come from uploaded files, so a text that a
 * spreadsheet would run as a formula gets a leading apostrophe.
 */
export function csvText(rows: readonly (readonly (string | number | null)[])[]): string {
  // Without `quoted_match`, a cell with a single CR or LF would not be quoted.
  return stringify([...rows], { record_delimiter: '\r\n', escape_formulas: true, quoted_match: /[\r\n]/ });
}
