import {
  type CodeScheme,
  codeScheme,
  concreteTypesOf,
  prefixOf,
  sqlValues,
  type TypeName,
  typeOf,
} from '@chancery/codebook';
import type { Compiler } from '../compile/compiler.ts';
import type { Arguments } from '../compile/run.ts';
import { asOfSql, type Scope, tableSql } from '../compile/scope.ts';

/** Binds one part of a reference and returns the SQL of the parameter. */
export type BindPart = (name: 'id' | 'code' | 'scheme', cast: string) => string;

/** The concrete types of actors. The code scheme of the first type is the default for actors. */
export const actorTypes: readonly TypeName[] = concreteTypesOf('Actor');

/**
 * Returns the code scheme of the first of the given types. It is the default in references to facts of these types.
 * @throws Error if the first type has no code scheme.
 */
export function defaultSchemeOf([type]: readonly TypeName[]): CodeScheme {
  const scheme = type && typeOf(type).codeScheme;
  if (!scheme) throw new Error(`${type} has no code scheme`);
  return scheme;
}

/**
 * Returns SQL for the id of the fact that a reference identifies, by its id or by the code that it has on a day. If
 * both are given, both must match. The SQL gives NULL if neither is given or no fact of these types matches. A code
 * without a period is valid on every day.
 */
export function referenceSql(
  compiler: Compiler,
  scope: Scope,
  types: readonly TypeName[],
  reference: Arguments,
  bind: BindPart,
  on: string,
): string {
  const prefixes = types.map((type) => `'${prefixOf(type)}'`).join(', ');
  const allowed = (id: string) => `split_part(${id}, '_', 1) IN (${prefixes})`;
  const conditions: string[] = [];
  const fact = compiler.alias('f');
  if (typeof reference.id === 'string') conditions.push(`${fact}.id = ${bind('id', 'text')}`);
  if (typeof reference.code === 'string') {
    const code = compiler.alias('x');
    conditions.push(
      `${fact}.id = (SELECT ${code}.of_id FROM ${tableSql(scope, 'ExternalCode')} ${code} WHERE ${code}.value = ${bind('code', 'text')} AND ${code}.scheme = coalesce(${bind('scheme', 'text')}, ${sqlValues(codeScheme, defaultSchemeOf(types))})
        AND coalesce(${code}.validity_earliest, '-infinity') <= ${on} AND coalesce(${code}.validity_latest, 'infinity') >= ${on} AND ${allowed(`${code}.of_id`)}${asOfSql(scope, code)} LIMIT 1)`,
    );
  }
  if (conditions.length === 0) return 'NULL::text';
  return `(SELECT ${fact}.id FROM ${tableSql(scope, 'fact')} ${fact} WHERE ${conditions.join(' AND ')} AND ${allowed(`${fact}.id`)}${asOfSql(scope, fact)})`;
}
