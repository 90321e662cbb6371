import type { Asked, Compiler } from './compiler.ts';
import type { Scope } from './scope.ts';

/** SQL for the day that the `on` argument of a field gives, or for the default of the scope. */
export function onSql(compiler: Compiler, scope: Scope, asked: Asked): string {
  const { values, bind } = compiler.argumentsOf(asked);
  return typeof values.on === 'string' ? bind('on', 'date') : scope.on;
}
