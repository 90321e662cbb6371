import type { Field, FieldKind } from '@chancery/codebook';
import type { View } from '../addresses/view.ts';
import type { KindOutputs } from './outputs.ts';

/** What a display of a kind is given: the field, its value, and the view in which links must stay. */
export interface DisplayProps<Kind extends FieldKind> {
  readonly field: Field;
  readonly value: KindOutputs[Kind];
  readonly view: View;
}
