import { cacheFloods } from './cache-floods.ts';
import { connectionFloods } from './connection-floods.ts';
import type { Flood } from './flood.ts';
import { workFloods } from './work-floods.ts';

/** All kinds of floods. */
export const floods: readonly Flood[] = [...cacheFloods, ...workFloods, ...connectionFloods];
