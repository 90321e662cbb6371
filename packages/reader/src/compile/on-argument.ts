import type { Compiler } from './compiler.ts';
import type { Scope } from './scope.ts';
import type { SelectedField } from './selection.ts';

/** Returns SQL for the day on which a field reads spells: its argument `on`, else the day of the scope. */
export function onSql(compiler: Compiler, scope: Scope, selected: SelectedField): string {
  const { values, bind } = compiler.argumentsOf(selected);
  return typeof values.on === 'string' ? bind('on', 'date') : scope.on;
}
