import {
  type AddressProblem,
  type AddressRules,
  anyText,
  dayRule,
  oneOfRule,
  shortText,
} from '../../addresses/address-rules.ts';
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

/** What the audit page accepts as search parameters. */
export const auditRules: AddressRules = {
  person: anyText,
  kind: oneOfRule(auditKinds),
  object: shortText(200),
  ...dayRule('day'),
  after: anyText,
};

/** Returns the problem if the audit trail is filtered by a person who is not of the desk; undefined otherwise. */
export function unknownPerson(
  { person }: AuditFilters,
  staff: readonly { readonly id: string }[],
): AddressProblem | undefined {
  return person === '' || staff.some(({ id }) => id === person)
    ? undefined
    : { name: 'person', message: texts.unknownPerson(person) };
}

/** Reads the filters in the address of the page. Leaves out unknown kinds. */
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
