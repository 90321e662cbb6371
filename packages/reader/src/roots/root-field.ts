import { descriptionSdl } from '@chancery/codebook';
import type { Compiler } from '../compile/compiler.ts';
import type { ResultRow } from '../compile/row.ts';
import type { Emit } from '../compile/run.ts';
import type { Scope } from '../compile/scope.ts';
import type { SelectedField } from '../compile/selection.ts';

/** The result row of the root (or of a past register), the scope and the selection of a root field. */
export interface RootContext {
  readonly row: ResultRow;
  readonly scope: Scope;
  readonly selected: SelectedField;
}

/** A root field of the register. */
export interface RootField {
  readonly name: string;
  readonly sdl: string;
  /** Whether past registers have the field too. */
  readonly past: boolean;
  readonly compile: (compiler: Compiler, context: RootContext) => Emit;
}

/** Defines a root field. `signature` is the SDL after the field's name. */
export function rootField(
  name: string,
  description: string,
  signature: string,
  compile: RootField['compile'],
  { past = true } = {},
): RootField {
  return { name, sdl: `${descriptionSdl(description)} ${name}${signature}`, past, compile };
}
