import { type FieldValue, isAbsence, parseUncertainDate, type UncertainDate } from '@chancery/codebook';

/**
 * Parses the EDTF string of an uncertain date. Returns `undefined` for any other value and for a string that does not
 * parse.
 */
export function dateOf(value: FieldValue | undefined): UncertainDate | undefined {
  if (typeof value !== 'object' || value === null || isAbsence(value) || !('edtf' in value)) return undefined;
  const parsed = parseUncertainDate(value.edtf);
  return parsed.ok ? parsed.date : undefined;
}
