import { firstValue, type SearchParameters } from '../../addresses/view.ts';
import type { AuditKind, AuditQueryVariables } from '../../generated/desk/graphql.ts';
import { texts } from './texts.ts';

/** The filters in the address of the audit page. Those that are not set are empty texts. */
export interface AuditFilters {
  readonly person: string;
  readonly kind: AuditKind | '';
  readonly object: string;
  /** A day as YYYY-MM-DD. */
  readonly day: string;
}

/** The kinds of audit entries, in the order of the filter. */
export const auditKinds = Object.keys(texts.kinds) as AuditKind[];

/** Reads the filters in the address of the page. Ignores unknown kinds. */
export function readFilters(parameters: SearchParameters): AuditFilters {
  const read = (name: keyof AuditFilters) => firstValue(parameters[name])?.trim() ?? '';
  return {
    person: read('person'),
    kind: auditKinds.find((kind) => kind === read('kind')) ?? '',
    object: read('object'),
    day: read('day'),
  };
}

/** Returns true if any filter is set. */
export function isFiltered(filters: AuditFilters): boolean {
  return Object.values(filters).some((value) => value !== '');
}

/** Returns the variables of the query for one page. */
export function toVariables(
  { person, kind, object, day }: AuditFilters,
  after: string | undefined,
): AuditQueryVariables {
  return {
    first: 50,
    ...(after ? { after } : {}),
    ...(person ? { person } : {}),
    ...(kind ? { kinds: [kind] } : {}),
    ...(object ? { object } : {}),
    ...(day ? { day } : {}),
  };
}

/** Returns the path of the page with the same filters; with `after`, of the page after that cursor. */
export function auditAddress(filters: AuditFilters, after?: string): string {
  const set = Object.entries(filters).filter(([, value]) => value !== '');
  const search = new URLSearchParams([...set, ...(after ? [['after', after]] : [])]);
  return search.size > 0 ? `/desk/audit?${search}` : '/desk/audit';
}
