import type { Field, FieldKind, FieldValue, KindValues } from '@chancery/codebook';

/** Parsed input: a value of the field, or the reason why the input is not valid yet. */
export type FieldInput = { readonly value: FieldValue } | { readonly problem: string };

/** The properties of the control of a field kind. */
export interface ControlProps<Kind extends FieldKind> {
  /** The id of the input, for its label. */
  readonly id: string;
  readonly field: Field;
  /** The current value; null if there is none or it is marked absent. */
  readonly value: KindValues[Kind] | null;
  readonly isInvalid: boolean;
  /** The ids of the elements that describe the input: help, reading, problem. */
  readonly describedBy: string;
  /** Called with every input: `soon` while the editor types (debounced), `now` when they choose a value. */
  readonly enter: (input: FieldInput, when: 'soon' | 'now') => void;
  /** Called when the control loses focus: pending input must be saved now. */
  readonly leave: () => void;
}
