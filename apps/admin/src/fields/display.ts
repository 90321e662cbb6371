import type { Field, FieldKind } from '@chancery/codebook';
import type { View } from '../addresses/view.ts';
import type { KindOutputs } from './outputs.ts';

/** The properties of the display of a field kind: the field, its value, and the view for links. */
export interface DisplayProps<Kind extends FieldKind> {
  readonly field: Field;
  readonly value: KindOutputs[Kind];
  readonly view: View;
}
