export * from './codebook.ts';
export type { CarriedKey, Category, TypeDefinition } from './define-type.ts';
export type { Field, Inverse, SpellKind } from './field.ts';
export * from './identifier.ts';
export { type InterfaceName, interfaces, isInterface } from './interfaces.ts';
export * from './kinds/columns.ts';
export { type FieldKind, fieldKinds } from './kinds/field-kind.ts';
export { paragraphsSchema, valueSchema } from './kinds/value-schema.ts';
export * from './kinds/values.ts';
export { indexedPrefixLength, type LabelPart, labelFields, labelParts, labelText } from './label.ts';
export * from './limits.ts';
export type { NaturalKey } from './natural-key.ts';
export * from './print/documents.ts';
export * from './print/sdl.ts';
export { goldsteinScoreOf } from './scales/goldstein.ts';
export { ploverScoreOf, quadOf } from './scales/plover.ts';
export { formatCount, pluralize, problemSentence, withArticle, withFullStop } from './sentence.ts';
export * from './uncertain-date/index.ts';
export { type ListedValue, sqlValues, type ValueList, type ValueOf, valueList, valuesOf } from './value-list.ts';
export * from './value-lists/agreements.ts';
export { type CodeScheme, codeScheme } from './value-lists/codes.ts';
export { type CoveredKind, completeness, coveredKind } from './value-lists/coverage.ts';
export { eventAuxiliary, eventRole, quad, uncountedAuxiliaries } from './value-lists/events.ts';
export * from './value-lists/evidence.ts';
export {
  announcedExerciseStatuses,
  exerciseStatus,
  heldExerciseStatuses,
  participationRole,
  rolesTakingPart,
  startedExerciseStatuses,
} from './value-lists/exercises.ts';
export { countedMembershipStatuses, membershipStatus } from './value-lists/organizations.ts';
export { ballotChoice } from './value-lists/resolutions.ts';
export { republication } from './value-lists/sources.ts';
export { readingsByStrength, spellReading } from './value-lists/spells.ts';
