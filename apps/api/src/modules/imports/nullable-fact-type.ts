import { isFactType } from '@chancery/codebook';
import type { FactType } from '../../generated/desk-types.ts';
import { toFactType } from '../api-names.ts';

/** Returns the API name of a fact type; null for null, and for a name that is not a fact type. */
export function toNullableFactType(type: string | null): FactType | null {
  return type !== null && isFactType(type) ? toFactType(type) : null;
}
