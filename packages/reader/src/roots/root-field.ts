import { descriptionSdl } from '@chancery/codebook';
import type { Compiler } from '../compile/compiler.ts';
import type { ResultRow } from '../compile/row.ts';
import type { Emit } from '../compile/run.ts';
import type { Scope } from '../compile/scope.ts';
import type { SelectedField } from '../compile/selection.ts';

/**
 * The selection of a root field, its scope, and the result row to which it adds columns: the root or a past register.
 */
export interface RootContext {
  readonly row: ResultRow;
  readonly scope: Scope;
  readonly selected: SelectedField;
}

/** A root field of the register: its SDL, and the function that adds its columns and returns its writer. */
export interface RootField {
  readonly name: string;
  readonly sdl: string;
  /** Whether the field is also available at past revisions. */
  readonly past: boolean;
  readonly compile: (compiler: Compiler, context: RootContext) => Emit;
}

/**
 * Defines a root field. `signature` is the SDL that follows its name. Past registers have the field unless `past` is
 * false.
 */
export function rootField(
  name: string,
  description: string,
  signature: string,
  compile: RootField['compile'],
  { past = true } = {},
): RootField {
  return { name, sdl: `${descriptionSdl(description)} ${name}${signature}`, past, compile };
}
