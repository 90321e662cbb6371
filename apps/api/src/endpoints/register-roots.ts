import { rootFields } from '@chancery/reader';
import { measuredFields } from '../measures/prices.ts';

/** True when a field of `Query` belongs to the register: the reader reads it, or it is about measures. */
export function isRegisterRoot(name: string): boolean {
  return rootFields.has(name) || Object.hasOwn(measuredFields.Query, name);
}
