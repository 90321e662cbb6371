import {
  type Column,
  carriedColumn,
  columnsOf,
  concreteTypesOf,
  dateBasis,
  evidenceStatus,
  type Field,
  type FieldKind,
  factTypeNames,
  idPatternSource,
  indexedPrefixLength,
  isFactType,
  isInterface,
  linkFields,
  prefixOf,
  sortColumnOf,
  type TypeName,
  tableOf,
  typeNames,
  typeOf,
  valuesOf,
} from '@chancery/codebook';

/** A check or index that the codebook requires. The name of a check ends in `_cbk`, that of an index in `_cix`. */
export interface CodebookConstraint {
  readonly name: string;
  /** The table, qualified with its schema. */
  readonly table: string;
  readonly kind: 'check' | 'index';
  /** For a check its condition, for an index the part after `ON table`. */
  readonly definition: string;
  /** The statement that creates the check or index. */
  readonly sql: string;
}

/**
 * Returns all checks and indexes that the codebook requires on the tables of the register: the form of ids and codes,
 * value lists, limits, completeness of values with several columns, and an index for every link, filter and sort. The
 * migration tool (`src/authoring`) writes a migration when the database does not match them.
 */
export function codebookConstraints(): CodebookConstraint[] {
  return [...factTable(), ...typeNames.flatMap((type) => [...checksOf(type), ...indexesOf(type)])];
}

function check(table: string, subject: string, condition: string): CodebookConstraint {
  const name = constraintName(`${table}_${subject}`, '_cbk');
  return {
    name,
    table: `register.${table}`,
    kind: 'check',
    definition: condition,
    sql: `ALTER TABLE register."${table}" ADD CONSTRAINT "${name}" CHECK (${condition});`,
  };
}

function index(table: string, subject: string, definition: string): CodebookConstraint {
  const name = constraintName(`${table}_${subject}`, '_cix');
  return {
    name,
    table: `register.${table}`,
    kind: 'index',
    definition,
    sql: `CREATE INDEX "${name}" ON register."${table}" ${definition};`,
  };
}

// Postgres truncates identifiers to 63 bytes silently.
function constraintName(base: string, suffix: string): string {
  const name = base + suffix;
  if (name.length > 63)
    throw new Error(`The name ${name} is longer than 63 bytes, the limit of Postgres. Shorten the name of the field.`);
  return name;
}

const recordTypes = factTypeNames.filter((type) => typeOf(type).category === 'record');

const quoted = (values: readonly string[]) => values.map((value) => `'${value}'`).join(', ');
const column = (name: string) => `"${name}"`;
const startOf = (text: string) => `(left(register.fold(${text}), ${indexedPrefixLength}) text_pattern_ops)`;
const termsOf = (text: string) => `USING gin (register.search_terms(${text}))`;

function factTable(): CodebookConstraint[] {
  const byPrefix = factTypeNames.map((type) => `WHEN '${prefixOf(type)}' THEN '${type}'`).join(' ');
  return [
    check('fact', 'id', `id ~ '${idPatternSource('[a-z]+')}'`),
    check('fact', 'type', `type = CASE split_part(id, '_', 1) ${byPrefix} END`),
    check('fact', 'label', "label <> ''"),
    check('fact', 'evidence_status', `evidence_status IN (${quoted(valuesOf(evidenceStatus))})`),
    check('fact', 'absences', "jsonb_typeof(absences) = 'object'"),
    index('fact', 'type', '(type, id)'),
    index('fact', 'evidence_status', '(evidence_status, id)'),
    // Search finds records only. The labels of links contain those of records, so links would crowd the records out.
    index(
      'fact',
      'label_words',
      `USING gin (register.fold(label) public.gin_trgm_ops) WHERE type IN (${quoted(recordTypes)})`,
    ),
    // Labels that start with the search text rank first. Texts too short for trigrams are searched in this index only.
    index('fact', 'label_start', `${startOf('label')} WHERE type IN (${quoted(recordTypes)})`),
    index('name', 'name_text_start', startOf('name_text')),
    index('fact', 'label_terms', `${termsOf('label')} WHERE type IN (${quoted(recordTypes)})`),
    index('name', 'name_text_terms', termsOf('name_text')),
    index('fact', 'batch', '(batch_id, batch_line)'),
  ];
}

function checksOf(type: TypeName): CodebookConstraint[] {
  const table = tableOf(type);
  const checks = [check(table, 'id', `id ~ '${idPatternSource(prefixOf(type))}'`)];
  for (const [name, field] of Object.entries(typeOf(type).fields)) {
    const columns = columnsOf(name, field);
    const conditions = conditionsOf[field.kind](
      columns.map(({ name: columnName }) => column(columnName)),
      field,
    );
    conditions.forEach((condition, at) => {
      checks.push(check(table, `${columns[0]?.name}${at === 0 ? '' : `_${at + 1}`}`, condition));
    });
  }
  return checks;
}

type Conditions = (columns: readonly string[], field: Field) => string[];

const lengthWithin =
  (maxLength: number): Conditions =>
  ([at]) => [`char_length(${at}) BETWEEN 1 AND ${maxLength}`];
const within: Conditions = ([at], { min, max }) => {
  if (min === undefined && max === undefined) return [];
  if (max === undefined) return [`${at} >= ${min}`];
  return [min === undefined ? `${at} <= ${max}` : `${at} BETWEEN ${min} AND ${max}`];
};

const conditionsOf: Record<FieldKind, Conditions> = {
  text: lengthWithin(600),
  longText: lengthWithin(50_000),
  code: (columns, field) => [
    ...lengthWithin(200)(columns, field),
    ...(field.pattern ? [`${columns[0]} ~ '${field.pattern.source}'`] : []),
  ],
  url: ([at]) => [`${at} ~ '^https?://'`],
  integer: within,
  number: within,
  boolean: () => [],
  oneOf: ([at], { list }) => [`${at} IN (${quoted(list ? valuesOf(list) : [])})`],
  manyOf: ([at], { list }) => [
    `${at} <@ ARRAY[${quoted(list ? valuesOf(list) : [])}]::text[] AND cardinality(${at}) > 0`,
  ],
  link: ([at], { target }) =>
    target && isInterface(target) && target !== 'Fact'
      ? [`split_part(${at}, '_', 1) IN (${quoted(concreteTypesOf(target).map(prefixOf))})`]
      : [],
  uncertainDate: ([edtf, earliest, latest, basis, note]) => [
    `${edtf} IS NOT NULL OR num_nonnulls(${earliest}, ${latest}, ${basis}, ${note}) = 0`,
    `${earliest} <= ${latest}`,
    `${basis} IN (${quoted(valuesOf(dateBasis))})`,
  ],
  name: ([text, language]) => [`num_nulls(${text}, ${language}) IN (0, 2)`],
  point: ([latitude, longitude]) => [
    `num_nulls(${latitude}, ${longitude}) IN (0, 2)`,
    `${latitude} BETWEEN -90 AND 90`,
    `${longitude} BETWEEN -180 AND 180`,
  ],
};

function indexesOf(type: TypeName): CodebookConstraint[] {
  const table = tableOf(type);
  const { fields, carriedKeys } = typeOf(type);
  const indexes: CodebookConstraint[] = [];
  for (const [name, field] of Object.entries(fields)) {
    const at = sortColumnOf(name, field);
    if (field.kind === 'link')
      indexes.push(index(table, at.name, `(${column(at.name)}, id)${includeClause(type, name)}`));
    else if (field.kind === 'manyOf' && field.filterable)
      indexes.push(index(table, at.name, `USING gin (${column(at.name)})`));
    else if (field.sortable || field.filterable) indexes.push(index(table, at.name, `(${column(at.name)}, id)`));
    if (field.filterable && hasText(field)) indexes.push(trigramIndex(table, at));
  }
  for (const carried of Object.keys(carriedKeys)) {
    for (const [through, field] of linkFields(type)) {
      const at = sortColumnOf(through, field).name;
      const key = carriedColumn(carried).name;
      indexes.push(index(table, `${at}_${key}`, `(${column(at)}, ${column(key)}, id)`));
    }
  }
  return indexes;
}

/**
 * Returns the INCLUDE clause for the index on one end of a link; an empty string for records. The clause has the other
 * required ends of the link and its required value lists, which are the columns that most queries read. Pages of links
 * are then index-only scans.
 */
function includeClause(type: TypeName, end: string): string {
  if (!isFactType(type) || typeOf(type).category !== 'link') return '';
  const others = Object.entries(typeOf(type).fields)
    .filter(([name, { kind, required }]) => name !== end && required && (kind === 'link' || kind === 'oneOf'))
    .map(([name, field]) => column(sortColumnOf(name, field).name));
  return others.length > 0 ? ` INCLUDE (${others.join(', ')})` : '';
}

function hasText(field: Field): boolean {
  return field.kind === 'text' || field.kind === 'name';
}

function trigramIndex(table: string, { name }: Column): CodebookConstraint {
  return index(table, `${name}_words`, `USING gin (register.fold(${column(name)}) public.gin_trgm_ops)`);
}
