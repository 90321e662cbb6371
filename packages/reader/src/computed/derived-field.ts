import type { TypeName } from '@chancery/codebook';
import { type DerivedField as DerivedSdl, descriptionSdl } from '@chancery/codebook';
import type { Compiler } from '../compile/compiler.ts';
import type { Handle } from '../compile/handle.ts';
import type { Emit } from '../compile/run.ts';
import type { PricedField, SelectedField } from '../compile/selection.ts';

/** The fact and the selection of a derived field. */
export interface DerivedContext {
  readonly type: TypeName;
  readonly handle: Handle;
  readonly selected: SelectedField;
  readonly sizes: PricedField['sizes'];
}

/**
 * A field that the reader computes from the register, with SQL that is compiled into the statement of the operation.
 */
export interface DerivedField extends DerivedSdl {
  readonly compile: (compiler: Compiler, context: DerivedContext) => Emit;
}

/**
 * Defines a derived field. `parent` is a type or an interface, `signature` the SDL after the field's name.
 */
export function derived(
  parent: string,
  name: string,
  description: string,
  signature: string,
  compile: DerivedField['compile'],
): DerivedField {
  return { parent, name, sdl: `${descriptionSdl(description)} ${name}${signature}`, compile };
}
