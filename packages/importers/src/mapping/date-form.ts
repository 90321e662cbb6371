import { parseUncertainDate } from '@chancery/codebook';

const parts: Readonly<Record<string, string>> = {
  YYYY: '(?<year>\\d{4})',
  MM: '(?<month>\\d{2})',
  DD: '(?<day>\\d{2})',
  M: '(?<month>\\d{1,2})',
  D: '(?<day>\\d{1,2})',
};

/** Reads a date as EDTF, or says what is wrong with it. */
export type DateReader = (text: string) => { readonly edtf: string } | { readonly problem: string };

/**
 * What reads dates of a form: `EDTF`, or a text in which YYYY, MM, DD (of two digits), M and D (of one or two) stand for
 * their digits and all else for itself, such as `D.M.YYYY`. A month or day of zeros is not stated.
 */
export function dateReaderOf(form: string): DateReader | undefined {
  if (form === 'EDTF') return parsed;
  const found = form.match(/YYYY|MM|DD|M|D/g) ?? [];
  const letters = found
    .map((part) => part[0])
    .sort()
    .join('');
  if (!['Y', 'MY', 'DMY'].includes(letters)) return undefined;
  const pattern = form
    .split(/(YYYY|MM|DD|M|D)/)
    .map((piece) => parts[piece] ?? piece.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'))
    .join('');
  const whole = new RegExp(`^${pattern}$`);
  return (text) => {
    const { year, month, day } = whole.exec(text)?.groups ?? {};
    if (year === undefined) return { problem: `is not a date of the form ${form}` };
    const stated = [year, ...[month, day].map((part) => part?.padStart(2, '0'))];
    const [none] = stated.slice(1).flatMap((part, at) => (part === undefined || part === '00' ? [at + 1] : []));
    return parsed(stated.slice(0, none).join('-'));
  };
}

function parsed(text: string): { readonly edtf: string } | { readonly problem: string } {
  const read = parseUncertainDate(text);
  return read.ok ? { edtf: read.date.edtf } : { problem: `is not a date: ${read.problem}` };
}
