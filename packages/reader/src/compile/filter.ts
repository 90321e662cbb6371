import {
  codebookName,
  columnsOf,
  type Field,
  type FieldKind,
  fieldsOf,
  isFactField,
  type TypeName,
} from '@chancery/codebook';
import { asOfSql, type Scope, tableSql, visibleIdSql } from './scope.ts';
import { readingSql, type SpellColumns, spellColumns } from './spell-sql.ts';

/** Binds the value at a path of the filter, changed by `change` if given, and returns the SQL of the parameter. */
export type BindAt = (path: readonly (string | number)[], cast: string, change?: (value: unknown) => unknown) => string;

interface Context {
  readonly type: TypeName;
  readonly alias: string;
  readonly scope: Scope;
  readonly bind: BindAt;
  /** Called if the filter depends on a computed value. */
  readonly onComputed: () => void;
}

type Filter = Readonly<Record<string, unknown>>;
type Path = readonly (string | number)[];

/**
 * Returns the SQL condition of a filter, or `undefined` if every row meets the filter. The SQL depends only on which
 * conditions are given; their values are bound. A condition that is `null` is ignored.
 */
export function filterSql(filter: Filter, context: Context, path: Path = ['filter']): string | undefined {
  const conditions = Object.entries(filter).flatMap(([name, condition]) => {
    if (condition === null || condition === undefined) return [];
    const sql = conditionSql(name, condition, context, [...path, name]);
    return sql === undefined ? [] : [sql];
  });
  return conditions.length === 0 ? undefined : allOf(conditions);
}

const allOf = (conditions: readonly string[]) =>
  conditions.length === 1 ? (conditions[0] ?? 'true') : `(${conditions.join(' AND ')})`;

function conditionSql(name: string, condition: unknown, context: Context, path: Path): string | undefined {
  if (name === 'and' || name === 'or') return listSql(name, condition as readonly Filter[], context, path);
  if (name === 'not') {
    // A row for which the condition is NULL (the field is empty) does not meet it, so it meets the negation.
    const inner = filterSql(condition as Filter, context, path);
    return inner === undefined ? undefined : `(${inner}) IS NOT TRUE`;
  }
  if (name === 'id')
    return operatorsSql(condition as Filter, `${context.alias}.id`, operatorsOf('text'), context, path);
  const fieldName = codebookName(context.type, name);
  const field = fieldsOf(context.type)[fieldName];
  if (!field) throw new Error(`${context.type} has no field ${name} to filter on`);
  if (context.type !== 'Citation' && isFactField(fieldName))
    return factFieldSql(fieldName, field, condition as Filter, context, path);
  return fieldSql(fieldName, field, condition as Filter, context, context.alias, path);
}

function listSql(name: 'and' | 'or', filters: readonly Filter[], context: Context, path: Path): string | undefined {
  const conditions = filters.map((filter, at) => filterSql(filter, context, [...path, at]));
  if (name === 'and') {
    const present = conditions.filter((condition) => condition !== undefined);
    return present.length === 0 ? undefined : allOf(present);
  }
  if (conditions.length === 0) return 'false';
  // A filter without conditions matches everything.
  return conditions.some((condition) => condition === undefined) ? undefined : `(${conditions.join(' OR ')})`;
}

function factFieldSql(name: string, field: Field, condition: Filter, context: Context, path: Path): string | undefined {
  const fact = `${context.alias}f`;
  const inner = fieldSql(name, field, condition, context, fact, path);
  if (inner === undefined) return undefined;
  return `EXISTS (SELECT FROM ${tableSql(context.scope, 'fact')} ${fact} WHERE ${fact}.id = ${context.alias}.id${asOfSql(context.scope, fact)} AND ${inner})`;
}

function fieldSql(
  name: string,
  field: Field,
  condition: Filter,
  context: Context,
  alias: string,
  path: Path,
): string | undefined {
  const [first, earliest, latest] = columnsOf(name, field).map((column) => `${alias}."${column.name}"`);
  if (first === undefined) return undefined;
  if (field.kind === 'uncertainDate') {
    const date = { edtf: first, earliest: earliest ?? first, latest: latest ?? first };
    return dateSql(condition, date, spellColumns(name, field, alias), context, path);
  }
  const column = field.kind === 'link' && !field.required ? visibleIdSql(context.scope, first) : first;
  return operatorsSql(condition, column, byKind[field.kind], context, path);
}

type Operator = (column: string, bind: (cast: string, change?: (value: unknown) => unknown) => string) => string;
type Operators = Readonly<Record<string, Operator>>;

const toNfc = (value: unknown) => (typeof value === 'string' ? value.normalize('NFC') : value);
const allToNfc = (value: unknown) => (Array.isArray(value) ? value.map(toNfc) : value);

const isNull: Operator = (column, bind) => `(${column} IS NULL) = ${bind('boolean')}`;

function operatorsOf(cast: string): Operators {
  return {
    eq: (column, bind) => `${column} = ${bind(cast, toNfc)}`,
    in: (column, bind) => `${column} = ANY (${bind(`${cast}[]`, allToNfc)})`,
    lt: (column, bind) => `${column} < ${bind(cast)}`,
    lte: (column, bind) => `${column} <= ${bind(cast)}`,
    gt: (column, bind) => `${column} > ${bind(cast)}`,
    gte: (column, bind) => `${column} >= ${bind(cast)}`,
    isNull,
  };
}

// The text is folded like the column, and LIKE wildcards in it are escaped.
const contains: Operator = (column, bind) => {
  const folded = `register.fold(${bind('text', toNfc)})`;
  return `register.fold(${column}) LIKE '%' || replace(replace(replace(${folded}, '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%'`;
};

const textOperators: Operators = { ...operatorsOf('text'), contains };
const exactOperators = operatorsOf('text');
const listOperators: Operators = {
  has: (column, bind) => `${column} @> ARRAY[${bind('text')}]`,
  hasAny: (column, bind) => `${column} && ${bind('text[]')}`,
  hasAll: (column, bind) => `${column} @> ${bind('text[]')}`,
  isNull,
};

const byKind: Record<FieldKind, Operators> = {
  text: textOperators,
  longText: textOperators,
  name: textOperators,
  code: exactOperators,
  url: exactOperators,
  oneOf: exactOperators,
  link: exactOperators,
  integer: operatorsOf('integer'),
  number: operatorsOf('double precision'),
  boolean: operatorsOf('boolean'),
  manyOf: listOperators,
  point: { isNull },
  uncertainDate: {},
};

function operatorsSql(
  condition: Filter,
  column: string,
  allowed: Operators,
  { bind }: Context,
  path: Path,
): string | undefined {
  const conditions = Object.entries(condition).flatMap(([name, value]) => {
    if (value === null || value === undefined) return [];
    const operator = allowed[name];
    if (!operator) throw new Error(`unknown filter operator ${name}`);
    return [operator(column, (cast, change) => bind([...path, name], cast, change))];
  });
  return conditions.length === 0 ? undefined : allOf(conditions);
}

/**
 * Returns the SQL of the conditions on a date: `possible` and `certain` as the codebook defines them, `holds` for
 * spells, and `isNull`. Undefined if none is given.
 */
function dateSql(
  condition: Filter,
  date: { edtf: string; earliest: string; latest: string },
  spell: SpellColumns | undefined,
  { bind, scope, onComputed }: Context,
  path: Path,
): string | undefined {
  const bound = (reading: string, end: 'from' | 'to') =>
    bind([...path, reading, end], 'date', (value) => value ?? (end === 'from' ? '-infinity' : 'infinity'));
  const conditions: string[] = [];
  if (condition.possible) {
    conditions.push(
      `(num_nonnulls(${date.earliest}, ${date.latest}) > 0 AND coalesce(${date.earliest}, '-infinity') <= ${bound('possible', 'to')} AND coalesce(${date.latest}, 'infinity') >= ${bound('possible', 'from')})`,
    );
  }
  if (condition.certain) {
    const to = bound('certain', 'to');
    // The upper limit on the earliest bound is redundant, but lets Postgres scan a bounded range of its index.
    conditions.push(
      `(${date.earliest} >= ${bound('certain', 'from')} AND ${date.earliest} <= ${to} AND ${date.latest} <= ${to})`,
    );
  }
  if (condition.holds) {
    if (!spell) throw new Error(`${path.join('.')} is not a spell`);
    onComputed();
    const { on: onArgument } = condition.holds as { on?: unknown };
    const on = typeof onArgument === 'string' ? bind([...path, 'holds', 'on'], 'date') : scope.on;
    conditions.push(`${readingSql(spell, on)} = ANY (${bind([...path, 'holds', 'readings'], 'text[]')})`);
  }
  if (condition.isNull !== null && condition.isNull !== undefined)
    conditions.push(isNull(date.edtf, (cast) => bind([...path, 'isNull'], cast)));
  return conditions.length === 0 ? undefined : allOf(conditions);
}
