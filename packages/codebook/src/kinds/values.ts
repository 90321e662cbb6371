import type { FieldKind } from './field-kind.ts';

/** A date with its doubt, as operations write it: the EDTF string, on what it rests, and a note. Bounds are derived. */
export interface UncertainDateValue {
  readonly edtf: string;
  readonly basis?: 'STATED' | 'INFERRED' | 'EDITOR_KNOWLEDGE';
  readonly note?: string;
}

/** A name and the language in which it is written (BCP 47). */
export interface LanguageName {
  readonly text: string;
  readonly language: string;
}

/** WGS 84 degrees: latitude -90 to 90, longitude -180 to 180. */
export interface GeographicPoint {
  readonly latitude: number;
  readonly longitude: number;
}

/** Says that a field holds no value, and why. `null` says only that nothing is recorded. */
export interface Absence {
  readonly absent: 'UNKNOWN' | 'NONE';
}

/** The value of a field of each kind. */
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

/** What a field may hold in an operation: a value of its kind, an absence with its reason, or `null` (nothing recorded). */
export type FieldValue = KindValues[FieldKind] | Absence | null;

/** Field values by field name. */
export type Values = Readonly<Record<string, FieldValue>>;

/** Whether a field value is an absence. */
export function isAbsence(value: FieldValue | undefined): value is Absence {
  return typeof value === 'object' && value !== null && 'absent' in value;
}

/** Whether two field values say the same; `undefined` counts as nothing recorded. */
export function sameValue(a: FieldValue | undefined, b: FieldValue | undefined): boolean {
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
