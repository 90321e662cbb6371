import {
  concreteTypesOf,
  connectionOf,
  enumSdl,
  isInterface,
  partyStatus,
  quad,
  type TypeName,
} from '@chancery/codebook';
import { changesSdl, factChanges } from './changes.ts';
import type { DerivedField } from './derived-field.ts';
import { eventScores } from './event-scores.ts';
import { evidence, evidenceSdl } from './evidence.ts';
import { inForceFields } from './in-force.ts';
import { participantSdl, partyStatuses } from './party-status.ts';
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

/** SDL of the types that derived fields return. */
export const derivedTypes: readonly string[] = [
  enumSdl(partyStatus),
  enumSdl(quad),
  evidenceSdl,
  participantSdl,
  connectionOf('AgreementParticipant', 'participants in an agreement'),
  changesSdl,
  connectionOf('Change', 'changes'),
];

/** Returns the derived field of a type by name. */
export function derivedFieldOf(type: TypeName, name: string): DerivedField | undefined {
  return derivedFields.find(
    (field) =>
      field.name === name &&
      (field.parent === type || (isInterface(field.parent) && concreteTypesOf(field.parent).includes(type as never))),
  );
}
