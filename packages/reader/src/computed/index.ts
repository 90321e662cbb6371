import { concreteTypes, isInterface, type TypeName } from '@chancery/codebook';
import { factChanges } from './changes.ts';
import type { DerivedField } from './derived-field.ts';
import { eventScores } from './event-scores.ts';
import { evidence } from './evidence.ts';
import { inForceFields } from './in-force.ts';
import { partyStatuses } from './party-status.ts';
import { spellReadings } from './spell-readings.ts';

/** Every field that the reader derives. */
export const derivedFields: readonly DerivedField[] = [
  ...evidence,
  ...eventScores,
  ...partyStatuses,
  ...inForceFields,
  ...spellReadings,
  ...factChanges,
];

/** The derived field of a type under a name. */
export function derivedFieldOf(type: TypeName, name: string): DerivedField | undefined {
  return derivedFields.find(
    (field) =>
      field.name === name &&
      (field.parent === type || (isInterface(field.parent) && concreteTypes(field.parent).includes(type as never))),
  );
}
