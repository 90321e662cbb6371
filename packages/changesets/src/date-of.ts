import { type FieldValue, isAbsence, parseUncertainDate, type UncertainDate } from '@chancery/codebook';

/**
 * Returns the parsed date of an uncertain-date value; `undefined` for any other value or an EDTF string that does not
 * parse.
 */
export function dateOf(value: FieldValue | undefined): UncertainDate | undefined {
  if (typeof value !== 'object' || value === null || isAbsence(value) || !('edtf' in value)) return undefined;
  const parsed = parseUncertainDate(value.edtf);
  return parsed.ok ? parsed.date : undefined;
}
