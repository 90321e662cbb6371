import type { Field, FieldKind, FieldValue, KindValues } from '@chancery/codebook';

/** What was entered: a value of the field, or why it is none yet. */
export type Entered = { readonly value: FieldValue } | { readonly problem: string };

/** What the control of a kind is given. */
export interface ControlProps<Kind extends FieldKind> {
  /** The id of its input, to which the label points. */
  readonly id: string;
  readonly field: Field;
  /** The value that it shows; null where there is none, or an absence. */
  readonly value: KindValues[Kind] | null;
  readonly isInvalid: boolean;
  /** Ids of what describes it: help, reading, problem. */
  readonly describedBy: string;
  /** What was entered: `soon` while somebody types, `now` when they have chosen. */
  readonly enter: (entered: Entered, when: 'soon' | 'now') => void;
  /** What was entered is to be written now: the control is left. */
  readonly leave: () => void;
}
