import { fieldsOf, idFromUuid, type TypeName, type Values, valuesOf } from '@chancery/codebook';
import type { Random } from './random.ts';

/** A record, link or citation of the generated register. */
export interface GeneratedFact {
  readonly type: TypeName;
  readonly id: string;
  readonly values: Values;
}

/** Makes a fact. Ids are the same in every run and sort in the order of creation. */
export type FactFactory = (type: TypeName, values: Values) => GeneratedFact;

// 1 January 2026, the timestamp in the first id.
const firstMoment = 1_767_225_600_000;

/** Returns a factory whose ids have increasing timestamps. */
export function factFactory(random: Random): FactFactory {
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
 * Returns the values of the value list of a field.
 * @throws Error when the field has no value list.
 */
export function listValues(type: TypeName, field: string): string[] {
  const list = fieldsOf(type)[field]?.list;
  if (!list) throw new Error(`${type}.${field} has no value list`);
  return valuesOf(list);
}
