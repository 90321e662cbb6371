import { parseUncertainDate, readDate } from '@chancery/codebook';
import { readExcelSerial } from './excel-serial.ts';

const parts: Readonly<Record<string, string>> = {
  YYYY: '(?<year>\\d{4})',
  MM: '(?<month>\\d{2})',
  DD: '(?<day>\\d{2})',
  M: '(?<month>\\d{1,2})',
  D: '(?<day>\\d{1,2})',
};

/** A date as EDTF. For an invalid date, `problem` completes a message that starts with the date: “is not a date: …”. */
type DateOutcome = { readonly edtf: string } | { readonly problem: string };

/** Converts a date to EDTF, or returns its problem. */
export type DateReader = (text: string) => DateOutcome;

/** Reads a date in one form. `isOfForm` is false if the text does not even look like the form. */
type FormReader = (
  text: string,
) => { readonly edtf: string } | { readonly problem: string; readonly isOfForm: boolean };

/**
 * Returns a reader for dates in a form, or in any of several forms. The forms are:
 *
 * - `TYPED`: as an editor types dates in the forms of the desk, in EDTF or in English;
 * - `EDTF`;
 * - `EXCEL`: the day numbers of Excel;
 * - a pattern such as `D.M.YYYY`: YYYY is four digits, MM and DD are two, M and D one or two, all other characters are
 *   literal. A month or day of zeros counts as not stated.
 *
 * A text that two forms read as different dates is refused. Returns `undefined` if a form is not supported.
 */
export function dateReaderOf(form: string | readonly string[]): DateReader | undefined {
  const forms = typeof form === 'string' ? [form] : form;
  const readers = forms.map(formReaderOf).filter((reader) => reader !== undefined);
  if (readers.length < forms.length) return undefined;
  return (text) => {
    const outcomes = readers.map((read) => read(text));
    const dates = [...new Set(outcomes.flatMap((outcome) => ('edtf' in outcome ? [outcome.edtf] : [])))];
    const [edtf, other] = dates;
    if (other !== undefined)
      return {
        problem: `may be ${dates.join(' or ')}: it has several of the forms ${forms.join(', ')}. Write the date as YYYY-MM-DD.`,
      };
    if (edtf !== undefined) return { edtf };
    const problems = outcomes.flatMap((outcome) => ('problem' in outcome ? [outcome] : []));
    const ofForm = problems.find(({ isOfForm }) => isOfForm);
    if (ofForm || problems.length === 1) return { problem: (ofForm ?? problems[0])?.problem ?? '' };
    return { problem: `is not a date of the forms ${forms.join(', ')}.` };
  };
}

function formReaderOf(form: string): FormReader | undefined {
  if (form === 'TYPED') return readTyped;
  if (form === 'EDTF') return readEdtf;
  if (form === 'EXCEL') return readExcelSerial;
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
    if (year === undefined) return { problem: `is not a date of the form ${form}.`, isOfForm: false };
    const stated = [year, ...[month, day].map((part) => part?.padStart(2, '0'))];
    const [precision] = stated.slice(1).flatMap((part, at) => (part === undefined || part === '00' ? [at + 1] : []));
    return readEdtf(stated.slice(0, precision).join('-'));
  };
}

/** Reads a date as the forms of the desk do, with the same refusals: of ambiguous, incomplete and impossible dates. */
const readTyped: FormReader = (text) => {
  const read = readDate(text);
  return read.ok ? { edtf: read.edtf } : { problem: `is not a date: ${read.problem}`, isOfForm: true };
};

const readEdtf: FormReader = (text) => {
  const read = parseUncertainDate(text);
  if (!read.ok) return { problem: `is not a date: ${read.problem}`, isOfForm: true };
  // A text such as `199` is a decade in EDTF, but in a table it is an incomplete year: the forms refuse it.
  return readTyped(text);
};
