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
import { asOf, type Scope, tableIn } from '../compile/scope.ts';

/** Binds one part of a reference and returns the SQL of the parameter. */
export type BindPart = (name: 'id' | 'code' | 'scheme', cast: string) => string;

/** The types of actors. */
export const actorTypes: readonly TypeName[] = concreteTypesOf('Actor');

/**
 * Returns the scheme of a code that is given without one: that of the first of the types that it may identify.
 * @throws Error when facts of that type are looked up by id only.
 */
export function defaultSchemeOf([type]: readonly TypeName[]): CodeScheme {
  const scheme = type && typeOf(type).codeScheme;
  if (!scheme) throw new Error(`${type} has no scheme of codes`);
  return scheme;
}

/**
 * SQL for the id of the fact that a reference identifies, by id or by the code that it has on a day; both must match if
 * both are given. NULL if there is no such fact of these types. A code without a period is valid
 * on every day.
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
      `${fact}.id = (SELECT ${code}.of_id FROM ${tableIn(scope, 'ExternalCode')} ${code} WHERE ${code}.value = ${bind('code', 'text')} AND ${code}.scheme = coalesce(${bind('scheme', 'text')}, ${sqlValues(codeScheme, defaultSchemeOf(types))})
        AND coalesce(${code}.validity_earliest, '-infinity') <= ${on} AND coalesce(${code}.validity_latest, 'infinity') >= ${on} AND ${allowed(`${code}.of_id`)}${asOf(scope, code)} LIMIT 1)`,
    );
  }
  if (conditions.length === 0) return 'NULL::text';
  return `(SELECT ${fact}.id FROM ${tableIn(scope, 'fact')} ${fact} WHERE ${conditions.join(' AND ')} AND ${allowed(`${fact}.id`)}${asOf(scope, fact)})`;
}
