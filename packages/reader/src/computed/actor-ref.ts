import type { Compiler } from '../compile/compiler.ts';
import type { Arguments } from '../compile/run.ts';
import { type Scope, stood, tableIn } from '../compile/scope.ts';

/** Reads one part of a reference when a plan is run. */
export type BindPart = (name: 'id' | 'code' | 'scheme', cast: string) => string;

/**
 * SQL for the id that a reference leads to: the id given, if a fact of the types has it, or the fact that has the code
 * on the day. NULL where there is none. A code whose period is not stated has always stood; one whose scheme is not
 * named is of the usual one.
 */
export function referenceSql(
  compiler: Compiler,
  scope: Scope,
  prefixes: readonly string[],
  given: Arguments,
  bind: BindPart,
  on: string,
  usual: string,
): string {
  const allowed = (id: string) =>
    `split_part(${id}, '_', 1) IN (${prefixes.map((prefix) => `'${prefix}'`).join(', ')})`;
  const conditions: string[] = [];
  const fact = compiler.alias('f');
  if (typeof given.id === 'string') conditions.push(`${fact}.id = ${bind('id', 'text')}`);
  if (typeof given.code === 'string') {
    const code = compiler.alias('x');
    conditions.push(
      `${fact}.id = (SELECT ${code}.of_id FROM ${tableIn(scope, 'ExternalCode')} ${code} WHERE ${code}.value = ${bind('code', 'text')} AND ${code}.scheme = coalesce(${bind('scheme', 'text')}, '${usual}')
        AND coalesce(${code}.validity_earliest, '-infinity') <= ${on} AND coalesce(${code}.validity_latest, 'infinity') >= ${on} AND ${allowed(`${code}.of_id`)}${stood(scope, code)} LIMIT 1)`,
    );
  }
  if (conditions.length === 0) return 'NULL::text';
  return `(SELECT ${fact}.id FROM ${tableIn(scope, 'fact')} ${fact} WHERE ${conditions.join(' AND ')} AND ${allowed(`${fact}.id`)}${stood(scope, fact)})`;
}
