import { fieldsOf, idFromUuid, type TypeName, type Values, valuesOf } from '@chancery/codebook';
import type { Random } from './random.ts';

/** A record, link or citation of the generated register. */
export interface Made {
  readonly type: TypeName;
  readonly id: string;
  readonly values: Values;
}

/** Makes facts with ids that are the same at every run, and that sort in the order in which they were made. */
export type Maker = (type: TypeName, values: Values) => Made;

// The first of January 2026: when the register is made to have been recorded.
const beginning = 1_767_225_600_000;

/** Makes a maker. Every fact was recorded some moments after the one before. */
export function makerFrom(random: Random): Maker {
  let moment = beginning;
  const hex = (digits: number) => Array.from({ length: digits }, () => random.within(0, 15).toString(16)).join('');
  return (type, values) => {
    moment += random.within(1, 40);
    const time = moment.toString(16).padStart(12, '0');
    const uuid = `${time.slice(0, 8)}-${time.slice(8)}-7${hex(3)}-a${hex(3)}-${hex(12)}`;
    return { type, id: idFromUuid(type, uuid), values };
  };
}

/** The values that a field of a closed list may have. */
export function listed(type: TypeName, field: string): string[] {
  const list = fieldsOf(type)[field]?.list;
  if (!list) throw new Error(`${type}.${field} has no list`);
  return valuesOf(list);
}
