import { parseUncertainDate } from '@chancery/codebook';

const parts: Readonly<Record<string, string>> = {
  YYYY: '(?<year>\\d{4})',
  MM: '(?<month>\\d{2})',
  DD: '(?<day>\\d{2})',
  M: '(?<month>\\d{1,2})',
  D: '(?<day>\\d{1,2})',
};

/**
 * Converts a date to EDTF. For an invalid date, `problem` completes a message that starts with the date, such as “is
 * not a date: …”.
 */
export type DateReader = (text: string) => { readonly edtf: string } | { readonly problem: string };

/**
 * Returns a reader for dates in a form: `EDTF`, or a pattern such as `D.M.YYYY`. In a pattern, YYYY is four digits, MM
 * and DD are two, M and D one or two; all other characters are literal. A month or day of zeros counts as not stated.
 * Returns `undefined` if the form is not supported.
 */
export function dateReaderOf(form: string): DateReader | undefined {
  if (form === 'EDTF') return parseEdtf;
  const partNames = form.match(/YYYY|MM|DD|M|D/g) ?? [];
  const letters = partNames
    .map((part) => part[0])
    .sort()
    .join('');
  if (!['Y', 'MY', 'DMY'].includes(letters)) return undefined;
  const pattern = form
    .split(/(YYYY|MM|DD|M|D)/)
    .map((piece) => parts[piece] ?? piece.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'))
    .join('');
  const regExp = new RegExp(`^${pattern}$`);
  return (text) => {
    const { year, month, day } = regExp.exec(text)?.groups ?? {};
    if (year === undefined) return { problem: `is not a date of the form ${form}.` };
    const stated = [year, ...[month, day].map((part) => part?.padStart(2, '0'))];
    const [precision] = stated.slice(1).flatMap((part, at) => (part === undefined || part === '00' ? [at + 1] : []));
    return parseEdtf(stated.slice(0, precision).join('-'));
  };
}

function parseEdtf(text: string): { readonly edtf: string } | { readonly problem: string } {
  const read = parseUncertainDate(text);
  return read.ok ? { edtf: read.date.edtf } : { problem: `is not a date: ${read.problem}` };
}
