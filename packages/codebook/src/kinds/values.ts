import type { FieldKind } from './field-kind.ts';

/**
 * An uncertain date as operations contain it: the EDTF string, its basis, and a note. The bounds are computed from the
 * string.
 */
export interface UncertainDateValue {
  readonly edtf: string;
  readonly basis?: 'STATED' | 'INFERRED' | 'EDITOR_KNOWLEDGE';
  readonly note?: string;
}

/** A name and its language (BCP 47). */
export interface LanguageName {
  readonly text: string;
  readonly language: string;
}

/** A point on the earth in WGS 84 degrees: latitude -90 to 90, longitude -180 to 180. */
export interface GeographicPoint {
  readonly latitude: number;
  readonly longitude: number;
}

/**
 * States why a field has no value: `UNKNOWN` if a value exists but is not known, `NONE` if there is none. `null`, by
 * contrast, only means that nothing is recorded.
 */
export interface Absence {
  readonly absent: 'UNKNOWN' | 'NONE';
}

/** The type of the value of each kind of field. */
export interface KindValues {
  text: string;
  longText: string;
  integer: number;
  number: number;
  boolean: boolean;
  uncertainDate: UncertainDateValue;
  oneOf: string;
  manyOf: readonly string[];
  link: string;
  code: string;
  url: string;
  name: LanguageName;
  point: GeographicPoint;
}

/** The value of a field in an operation: a value of its kind, an absence, or `null` (nothing recorded). */
export type FieldValue = KindValues[FieldKind] | Absence | null;

/** Field values by field name. */
export type Values = Readonly<Record<string, FieldValue>>;

/** Whether a field value is an absence. False for `null` and `undefined`, which state nothing. */
export function isAbsence(value: FieldValue | undefined): value is Absence {
  return typeof value === 'object' && value !== null && 'absent' in value;
}

/** Whether two field values are equal. `undefined` counts as `null`. The values of a list must be in the same order. */
export function isSameValue(a: FieldValue | undefined, b: FieldValue | undefined): boolean {
  return canonical(a ?? null) === canonical(b ?? null);
}

function canonical(value: FieldValue): string {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return JSON.stringify(value);
  return JSON.stringify(
    Object.entries(value)
      .filter(([, part]) => part !== undefined && part !== null)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}
