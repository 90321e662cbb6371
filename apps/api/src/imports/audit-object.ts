import type { AuditedChange } from '../audit/audit-trail.ts';

/** Returns an import as the object of an audit entry. */
export function importObject({
  id,
  number,
}: {
  readonly id: string;
  readonly number: number;
}): AuditedChange['object'] {
  return { type: 'IMPORT', id, label: `IM-${number}` };
}
