import type { TypeName } from '@chancery/codebook';
import { type DerivedField as DerivedSdl, described } from '@chancery/codebook';
import type { Compiler } from '../compile/compiler.ts';
import type { Handle } from '../compile/handle.ts';
import type { Emit } from '../compile/run.ts';
import type { Priced, SelectedField } from '../compile/selection.ts';

/** Where a derived field is asked for: of which fact, in which selection. */
export interface DerivedContext {
  readonly type: TypeName;
  readonly handle: Handle;
  readonly selected: SelectedField;
  readonly sizes: Priced['sizes'];
}

/** A field that the reader derives from the register: a fragment of SQL, compiled with the rest of the selection. */
export interface DerivedField extends DerivedSdl {
  readonly compile: (compiler: Compiler, context: DerivedContext) => Emit;
}

/** Describes a derived field: its parent (a type or an interface), name, description, SDL after the name, and how it is compiled. */
export function derived(
  parent: string,
  name: string,
  description: string,
  signature: string,
  compile: DerivedField['compile'],
): DerivedField {
  return { parent, name, sdl: `${described(description)} ${name}${signature}`, compile };
}
