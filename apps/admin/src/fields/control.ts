import type { Field, FieldKind, FieldValue, KindValues } from '@chancery/codebook';

/** Parsed input: a value of the field, or the reason why the input is not valid yet. */
export type FieldInput = { readonly value: FieldValue } | { readonly problem: string };

/** The properties of a component that edits a field of one kind. */
export interface ControlProps<Kind extends FieldKind> {
  /** The id of the input, for its label. */
  readonly id: string;
  readonly field: Field;
  /** The current value; null if there is none or it is marked absent. */
  readonly value: KindValues[Kind] | null;
  readonly isInvalid: boolean;
  /** The ids of the elements that describe the input, such as its help and its problem. */
  readonly describedBy: string;
  /** Called with every input. `when` is `soon` while the editor types, and `now` once a value is chosen. */
  readonly enter: (input: FieldInput, when: 'soon' | 'now') => void;
  /** Called when the control loses focus, so that the caller can save typed input at once. */
  readonly leave: () => void;
}
