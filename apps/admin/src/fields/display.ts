import type { Field, FieldKind } from '@chancery/codebook';
import type { View } from '../addresses/view.ts';
import type { KindOutputs } from './outputs.ts';

/** The properties of a component that shows a field of one kind. Its links lead to pages with the given view. */
export interface DisplayProps<Kind extends FieldKind> {
  readonly field: Field;
  readonly value: KindOutputs[Kind];
  readonly view: View;
}
