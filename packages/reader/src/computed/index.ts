import {
  concreteTypesOf,
  connectionSdl,
  enumSdl,
  isInterface,
  partyStatus,
  quad,
  type TypeName,
} from '@chancery/codebook';
import { changeFields, changesSdl } from './changes.ts';
import type { ComputedField } from './computed-field.ts';
import { eventScoreFields } from './event-scores.ts';
import { evidenceFields, evidenceSdl } from './evidence.ts';
import { inForceFields } from './in-force.ts';
import { participantSdl, partyStatusFields } from './party-status.ts';
import { spellReadingFields } from './spell-readings.ts';

/** All computed fields of the reader. */
export const computedFields: readonly ComputedField[] = [
  ...evidenceFields,
  ...eventScoreFields,
  ...partyStatusFields,
  ...inForceFields,
  ...spellReadingFields,
  ...changeFields,
];

/** SDL of the types that computed fields return. */
export const computedTypesSdl: readonly string[] = [
  enumSdl(partyStatus),
  enumSdl(quad),
  evidenceSdl,
  participantSdl,
  connectionSdl('AgreementParticipant', 'participants in an agreement'),
  changesSdl,
  connectionSdl('Change', 'changes'),
];

/**
 * Returns the computed field of a type by name, also if an interface of the type has it; undefined if there is none.
 */
export function computedFieldOf(type: TypeName, name: string): ComputedField | undefined {
  return computedFields.find(
    (field) =>
      field.name === name &&
      (field.parent === type || (isInterface(field.parent) && concreteTypesOf(field.parent).includes(type as never))),
  );
}
