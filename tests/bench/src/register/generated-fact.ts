import { fieldsOf, idFromUuid, type TypeName, type Values, valuesOf } from '@chancery/codebook';
import type { RandomGenerator } from './random.ts';

/** A record, a link or a citation of the generated register, before it is converted to rows. */
export interface GeneratedFact {
  readonly type: TypeName;
  readonly id: string;
  readonly values: Values;
}

/** Makes a fact with a new id. Ids are the same in every run and sort in the order in which they are made. */
export type FactFactory = (type: TypeName, values: Values) => GeneratedFact;

// 1 January 2026, the timestamp in the first id.
const firstMoment = 1_767_225_600_000;

/** Returns a factory that gives each fact an id with a later timestamp than the one before. */
export function factFactory(random: RandomGenerator): FactFactory {
  let moment = firstMoment;
  const hex = (digits: number) => Array.from({ length: digits }, () => random.within(0, 15).toString(16)).join('');
  return (type, values) => {
    moment += random.within(1, 40);
    const time = moment.toString(16).padStart(12, '0');
    const uuid = `${time.slice(0, 8)}-${time.slice(8)}-7${hex(3)}-a${hex(3)}-${hex(12)}`;
    return { type, id: idFromUuid(type, uuid), values };
  };
}

/**
 * Returns all values of the value list of a field, in the order of the codebook.
 * @throws Error when the field has no value list.
 */
export function listValues(type: TypeName, field: string): string[] {
  const list = fieldsOf(type)[field]?.list;
  if (!list) throw new Error(`${type}.${field} has no value list`);
  return valuesOf(list);
}
