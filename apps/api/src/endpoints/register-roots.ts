import { rootFields } from '@chancery/reader';
import { measuredFields } from '../measures/sdl.ts';

/** True when a root field of Query is answered from the register: read from it, or computed from data read from it. */
export function isRegisterRoot(name: string): boolean {
  return rootFields.has(name) || Object.hasOwn(measuredFields.Query, name);
}
