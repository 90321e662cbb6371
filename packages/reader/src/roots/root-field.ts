import { described } from '@chancery/codebook';
import type { Compiler } from '../compile/compiler.ts';
import type { Row } from '../compile/row.ts';
import type { Emit } from '../compile/run.ts';
import type { Scope } from '../compile/scope.ts';
import type { SelectedField } from '../compile/selection.ts';

/** Where a root field is asked for: the row of the root (or of a past register), and the state that is read. */
export interface RootContext {
  readonly row: Row;
  readonly scope: Scope;
  readonly selected: SelectedField;
}

/** A root field of the register. */
export interface RootField {
  readonly name: string;
  readonly sdl: string;
  /** Whether it is there in a past register too. */
  readonly past: boolean;
  readonly compile: (compiler: Compiler, context: RootContext) => Emit;
}

/** Describes a root field. */
export function rootField(
  name: string,
  description: string,
  signature: string,
  compile: RootField['compile'],
  { past = true } = {},
): RootField {
  return { name, sdl: `${described(description)} ${name}${signature}`, past, compile };
}
