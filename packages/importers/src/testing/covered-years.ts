import type { FactTypeName } from '@chancery/codebook';
import type { SourceRecord } from '../source-record.ts';

/** The field that says when a fact of a kind that is covered held or happened. */
const times: Readonly<Partial<Record<FactTypeName, string>>> = {
  ExternalCode: 'validity',
  Membership: 'validity',
  Obligation: 'validity',
  Exercise: 'start',
  Resolution: 'date',
  Claim: 'date',
};

/** The years in which the time of a record begins and ends, as far as they are known. */
export function coveredYears({ type, values }: SourceRecord): string[] {
  const value = values[times[type] ?? ''];
  if (typeof value !== 'object' || value === null || !('edtf' in value)) return [];
  return value.edtf.split('/').flatMap((end) => (/^\d{4}/.test(end) ? [end.slice(0, 4)] : []));
}
