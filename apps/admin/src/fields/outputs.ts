import type { FieldKind } from '@chancery/codebook';

/** An uncertain date, as the API returns it. */
export interface DateOutput {
  readonly edtf: string;
  readonly earliest: string | null;
  readonly latest: string | null;
  readonly precision: string;
  readonly words: string;
  readonly basis: string | null;
  readonly note: string | null;
}

/** The target of a link, as the API returns it. */
export interface FactOutput {
  readonly id: string;
  readonly label: string;
}

/** The value of a field of each kind, as the API returns it. */
export interface KindOutputs {
  text: string;
  longText: string;
  integer: number;
  number: number;
  boolean: boolean;
  uncertainDate: DateOutput;
  oneOf: string;
  manyOf: readonly string[];
  link: FactOutput;
  code: string;
  url: string;
  name: { readonly text: string; readonly language: string };
  point: { readonly latitude: number; readonly longitude: number };
}

/** The value of a field, or null if it has none. */
export type FieldOutput = KindOutputs[FieldKind] | null;

/** A fact on a screen for facts of any type: its selected fields, by name. */
export interface FactOutputFields {
  readonly id: string;
  readonly [name: string]: unknown;
}

/** Returns the value of a field; null if the fact has none or the field was not selected. */
export function outputOf(row: FactOutputFields, name: string): FieldOutput {
  return (row[name] ?? null) as FieldOutput;
}
