import {
  attestedColumn,
  carriedColumn,
  columnsOf,
  lapsingSpells,
  type TypeName,
  tableOf,
  typeOf,
} from '@chancery/codebook';

/** The revision that a selection reads, whether it leaves out withheld facts, and the day on which it reads spells. */
export interface Scope {
  /** Identifies the scope in cache keys. */
  readonly name: string;
  /** The database schema to read. */
  readonly schema: 'register' | 'history';
  /** SQL for the number of a past revision; undefined for the latest revision. */
  readonly revision?: string;
  /** Whether withheld facts are left out. */
  readonly withholds: boolean;
  /** Whether fields that only the desk shows can be read. The login of the public endpoint cannot read their columns. */
  readonly showsDeskFields: boolean;
  /** SQL for the day on which spells are read if a field has no argument `on`. */
  readonly on: string;
}

/**
 * SQL for the revision since which the set of withheld facts has not changed; 0 if no facts are withheld, or if a
 * setting of the desk publishes them. `h` is the alias of `ledger.head`.
 */
export const withheldSql = 'CASE WHEN h.shows_withheld THEN 0 ELSE h.withheld END';

/**
 * Returns SQL for a FROM item: a table of the register in a scope, without withheld rows if the scope withholds them, and
 * without the columns that it may not read.
 */
export function tableSql(scope: Scope, type: TypeName | 'fact' | 'tombstone'): string {
  const isRow = type === 'fact' || type === 'tombstone';
  const table = `${scope.schema}.${isRow ? type : tableOf(type)}`;
  const columns = isRow || scope.showsDeskFields ? undefined : publicColumns(type, scope.schema);
  if (!scope.withholds) return columns === undefined ? table : `(SELECT ${columns} FROM ${table} t)`;
  const conditions =
    type === 'Citation' ? [isVisibleSql('t.fact_id'), isVisibleSql('t.source_id')] : [isVisibleSql('t.id')];
  return `(SELECT ${columns ?? 't.*'} FROM ${table} t WHERE ${conditions.join(' AND ')})`;
}

/** Returns the columns of the public fields of a type, for the alias `t`; undefined if all fields are public. */
function publicColumns(type: TypeName, schema: Scope['schema']): string | undefined {
  const fields = Object.entries(typeOf(type).fields);
  const shown = fields.filter(([, { deskOnly }]) => !deskOnly);
  if (shown.length === fields.length) return undefined;
  const columns = shown.flatMap(([name, field]) => columnsOf(name, field).map((column) => column.name));
  const derived = [
    ...lapsingSpells(type).map(([name]) => attestedColumn(name).name),
    ...Object.keys(typeOf(type).carriedKeys ?? {}).map((carried) => carriedColumn(carried).name),
  ];
  const revisions = schema === 'history' ? ['rev_from', 'rev_to'] : [];
  return ['id', ...columns, ...derived, ...revisions].map((column) => `t."${column}"`).join(', ');
}

/** Returns the SQL conditions that a row was current at the revision of a past scope; none for the latest revision. */
export function asOfConditions({ revision }: Scope, alias: string): string[] {
  return revision === undefined ? [] : [`${alias}.rev_from <= ${revision}`, `${alias}.rev_to > ${revision}`];
}

/** Returns the conditions of {@link asOfConditions} as SQL, each preceded by AND, to append to other conditions. */
export function asOfSql(scope: Scope, alias: string): string {
  return asOfConditions(scope, alias)
    .map((condition) => ` AND ${condition}`)
    .join('');
}

/** Returns the SQL conditions that the fact with an id is not withheld; none if the scope includes withheld facts. */
export function visibilityConditions(scope: Scope, id: string): string[] {
  return scope.withholds ? [isVisibleSql(id)] : [];
}

/** Returns SQL for the id of a link target, which is NULL if the target is withheld in the scope. */
export function visibleIdSql(scope: Scope, id: string): string {
  return scope.withholds ? `(CASE WHEN ${isVisibleSql(id)} THEN ${id} END)` : id;
}

// With each merge, the ledger also lists facts that require a withheld fact.
function isVisibleSql(id: string): string {
  return `NOT EXISTS (SELECT FROM ledger.withheld_fact wh WHERE wh.id = ${id})`;
}
