import type { FieldKind } from '@chancery/codebook';

/** A date with its doubt, as the API gives it. */
export interface DateOutput {
  readonly edtf: string;
  readonly earliest: string | null;
  readonly latest: string | null;
  readonly precision: string;
  readonly words: string;
  readonly basis: string | null;
  readonly note: string | null;
}

/** A fact that something points at. */
export interface FactOutput {
  readonly id: string;
  readonly label: string;
}

/** The value of a field of each kind, as the API gives it. */
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

/** The value of a field, or null where it holds none. */
export type FieldOutput = KindOutputs[FieldKind] | null;

/** A row of a generic screen: the fields of a fact by name. */
export interface OutputRow {
  readonly id: string;
  readonly [name: string]: unknown;
}

/** The value of a field in a row. The printed documents ask for each field in the form of its kind, so it has that form. */
export function outputOf(row: OutputRow, name: string): FieldOutput {
  return (row[name] ?? null) as FieldOutput;
}
