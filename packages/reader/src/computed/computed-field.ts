import type { TypeName } from '@chancery/codebook';
import { type ComputedField as ComputedFieldSdl, descriptionSdl } from '@chancery/codebook';
import type { Compiler } from '../compile/compiler.ts';
import type { Handle } from '../compile/handle.ts';
import type { Emit } from '../compile/run.ts';
import type { PricedField, SelectedField } from '../compile/selection.ts';

/** The fact and the selection of a computed field. */
export interface ComputedContext {
  readonly type: TypeName;
  readonly handle: Handle;
  readonly selected: SelectedField;
  readonly sizes: PricedField['sizes'];
}

/** A field that the reader computes from the register. Its SQL is compiled into the statement of the operation. */
export interface ComputedField extends ComputedFieldSdl {
  readonly compile: (compiler: Compiler, context: ComputedContext) => Emit;
}

/**
 * Defines a computed field. `parent` is a type or an interface; `signature` is the SDL that follows the name of the
 * field.
 */
export function computedField(
  parent: string,
  name: string,
  description: string,
  signature: string,
  compile: ComputedField['compile'],
): ComputedField {
  return { parent, name, sdl: `${descriptionSdl(description)} ${name}${signature}`, compile };
}
