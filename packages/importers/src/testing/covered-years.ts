import type { FactTypeName } from '@chancery/codebook';
import type { SourceRecord } from '../source-record.ts';

/** For each type of fact whose years are compared with the coverage in manifests: the field with its date or period. */
const dateFields: Readonly<Partial<Record<FactTypeName, string>>> = {
  ExternalCode: 'validity',
  Membership: 'validity',
  Obligation: 'validity',
  Exercise: 'start',
  Resolution: 'date',
  Claim: 'date',
};

/**
 * Returns the years in which the date or period of a record starts and ends, without unknown or open ends. Empty for a
 * type that `dateFields` lacks, and for a record without a date.
 */
export function coveredYears({ type, values }: SourceRecord): string[] {
  const value = values[dateFields[type] ?? ''];
  if (typeof value !== 'object' || value === null || !('edtf' in value)) return [];
  return value.edtf.split('/').flatMap((end) => (/^\d{4}/.test(end) ? [end.slice(0, 4)] : []));
}
