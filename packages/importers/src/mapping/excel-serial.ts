const dayMs = 86_400_000;
/** Excel counts from 1 = 1 January 1900, and has a 29 February 1900 (60) that did not exist. */
const lastBeforeLeapError = 59;
const lastSerial = 2_958_465;

/**
 * Converts a day number of Excel (1900 date system), with or without a time of day, to EDTF. `isOfForm` is false for a
 * text that is not such a number. A number that may also be a year, from 1000 to 2999, is refused.
 */
export function readExcelSerial(
  text: string,
): { readonly edtf: string } | { readonly problem: string; readonly isOfForm: boolean } {
  const match = /^(\d{1,7})(?:\.\d+)?$/.exec(text);
  const serial = Number(match?.[1]);
  if (!match || serial < 1 || serial > lastSerial)
    return { problem: `is not an Excel day number from 1 to ${lastSerial}.`, isOfForm: false };
  if (serial === lastBeforeLeapError + 1)
    return {
      problem: 'is 29 February 1900 in Excel, which is not a date. Write the date as YYYY-MM-DD.',
      isOfForm: true,
    };
  const days = serial <= lastBeforeLeapError ? serial : serial - 1;
  const day = new Date(Date.UTC(1899, 11, 31) + days * dayMs).toISOString().slice(0, 10);
  if (/^[12]\d{3}$/.test(text))
    return {
      problem: `may be the year ${text} or the Excel day number of ${day}. Write the date as YYYY-MM-DD, or only the year in a column with years.`,
      isOfForm: true,
    };
  return { edtf: day };
}
