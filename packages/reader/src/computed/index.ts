import { concreteTypesOf, isInterface, type TypeName } from '@chancery/codebook';
import { factChanges } from './changes.ts';
import type { DerivedField } from './derived-field.ts';
import { eventScores } from './event-scores.ts';
import { evidence } from './evidence.ts';
import { inForceFields } from './in-force.ts';
import { partyStatuses } from './party-status.ts';
import { spellReadings } from './spell-readings.ts';

/** All derived fields. */
export const derivedFields: readonly DerivedField[] = [
  ...evidence,
  ...eventScores,
  ...partyStatuses,
  ...inForceFields,
  ...spellReadings,
  ...factChanges,
];

/** Returns the derived field of a type by name. */
export function derivedFieldOf(type: TypeName, name: string): DerivedField | undefined {
  return derivedFields.find(
    (field) =>
      field.name === name &&
      (field.parent === type || (isInterface(field.parent) && concreteTypesOf(field.parent).includes(type as never))),
  );
}
