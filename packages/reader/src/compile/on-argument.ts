import type { Compiler } from './compiler.ts';
import type { Scope } from './scope.ts';
import type { SelectedField } from './selection.ts';

/** SQL for the `on` argument of a field, or for the default of the scope. */
export function onSql(compiler: Compiler, scope: Scope, selected: SelectedField): string {
  const { values, bind } = compiler.argumentsOf(selected);
  return typeof values.on === 'string' ? bind('on', 'date') : scope.on;
}
