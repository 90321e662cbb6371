import type { FactTypeName } from '@chancery/codebook';
import type { SourceRecord } from '../source-record.ts';

/** The date field of each type whose coverage manifests state. */
const dateFields: Readonly<Partial<Record<FactTypeName, string>>> = {
  ExternalCode: 'validity',
  Membership: 'validity',
  Obligation: 'validity',
  Exercise: 'start',
  Resolution: 'date',
  Claim: 'date',
};

/** Returns the years in which the period of a record starts and ends, if they are known. */
export function coveredYears({ type, values }: SourceRecord): string[] {
  const value = values[dateFields[type] ?? ''];
  if (typeof value !== 'object' || value === null || !('edtf' in value)) return [];
  return value.edtf.split('/').flatMap((end) => (/^\d{4}/.test(end) ? [end.slice(0, 4)] : []));
}
