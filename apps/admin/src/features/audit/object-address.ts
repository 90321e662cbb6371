import type { AuditLineFragment } from '../../generated/desk/graphql.ts';

/** Returns the path of the page of an object; `undefined` if it has no page. */
export function objectAddress({ type, id }: AuditLineFragment['object']): string | undefined {
  if (id === null) return undefined;
  switch (type) {
    case 'IMPORT':
      return `/desk/imports/${id}`;
    case 'CHANGESET':
      return `/desk/changesets/${id}`;
    case 'REVISION':
      return `/revisions/${id}`;
    default:
      return undefined;
  }
}
