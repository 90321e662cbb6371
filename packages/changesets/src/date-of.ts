import { type FieldValue, isAbsence, parseUncertainDate, type UncertainDate } from '@chancery/codebook';

/** The date that a value is, if it is one that can be read. */
export function dateOf(value: FieldValue | undefined): UncertainDate | undefined {
  if (typeof value !== 'object' || value === null || isAbsence(value) || !('edtf' in value)) return undefined;
  const parsed = parseUncertainDate(value.edtf);
  return parsed.ok ? parsed.date : undefined;
}
