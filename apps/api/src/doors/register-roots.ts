import { rootFields } from '@chancery/reader';
import { measuredFields } from '../measures/sdl.ts';

/** Whether a root field of Query is answered from the register: read from it, or reckoned from what is read. */
export function isRegisterRoot(name: string): boolean {
  return rootFields.has(name) || Object.hasOwn(measuredFields.Query, name);
}
