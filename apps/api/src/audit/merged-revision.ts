import type { AuditedChange } from './audit-trail.ts';

/** Describes a merge whose entry the database has stored. */
export function mergedRevision(revision: number, title: string): AuditedChange {
  return {
    kind: 'CHANGESET_MERGED',
    object: { type: 'REVISION', id: String(revision), label: title },
    isStored: true,
  };
}
