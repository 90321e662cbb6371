import { columnsOf, fieldsOf, isFactField } from '@chancery/codebook';
import { isObjectType } from 'graphql';
import type { Compiler } from '../compile/compiler.ts';
import type { Handle } from '../compile/handle.ts';
import { constant, scalar } from '../compile/object.ts';
import type { Emit } from '../compile/run.ts';
import { stood, tableIn } from '../compile/scope.ts';
import { citationsOf } from './citations.ts';
import { type DerivedContext, derived } from './derived-field.ts';

/** SQL over the supporting citations of a fact, or of one field of it, citations of the whole fact included. */
function supporting(
  compiler: Compiler,
  { id, scope }: Handle,
  select: (citation: string, source: string) => string,
  field?: string,
  after = '',
): string {
  const citation = compiler.alias('c');
  const source = compiler.alias('s');
  const about = field === undefined ? '' : ` AND (${citation}.field IS NULL OR ${citation}.field = '${field}')`;
  return `(SELECT ${select(citation, source)} FROM ${citationsOf(scope, id)} ${citation} JOIN ${tableIn(scope, 'Source')} ${source} ON ${source}.id = ${citation}.source_id${stood(scope, source)}
    WHERE ${citation}.stance = 'SUPPORTS'${about}${after.replaceAll('$c', citation).replaceAll('$s', source)})`;
}

/** The grade of the best supporting citation; of a field that is not filled none, whatever is cited for the fact. */
function grade(compiler: Compiler, handle: Handle, field?: string, filled?: string): Emit {
  const ofBest = (citation: string, source: string) => `${source}.reliability || ${citation}.credibility`;
  const best = supporting(compiler, handle, ofBest, field, ' ORDER BY $c.credibility, $s.reliability, $c.id LIMIT 1');
  return scalar(handle.row.add(filled === undefined ? best : `CASE WHEN ${filled} THEN ${best} END`));
}

function corroboration(compiler: Compiler, handle: Handle, field?: string): Emit {
  return scalar(
    handle.row.add(
      supporting(compiler, handle, (_citation, source) => `count(DISTINCT ${source}.independence_group)`, field),
    ),
  );
}

/** Each field of a fact with its state and evidence. Fields that the door does not show are left out. */
function fieldStates(compiler: Compiler, { type, handle, asked, sizes }: DerivedContext): Emit {
  const shown = compiler.schema.getType(type);
  const names = Object.keys(fieldsOf(type)).filter((name) => isObjectType(shown) && name in shown.getFields());
  const absences = handle.row.add(`${handle.table('fact')}.absences`);
  const within = [...sizes, { times: names.length }];
  const writers = names.map((name) => fieldState(compiler, { type, handle, asked, sizes: within }, name, absences));
  return (row, run) => `[${writers.map((write) => write(row, run)).join(',')}]`;
}

function fieldState(
  compiler: Compiler,
  { type, handle, asked, sizes }: DerivedContext,
  field: string,
  absences: number,
): Emit {
  const definition = fieldsOf(type)[field];
  const table = isFactField(field) ? 'fact' : type;
  const [column] = definition ? columnsOf(field, definition) : [];
  return compiler.object('FieldState', asked, (inner) => {
    switch (inner.name) {
      case 'name':
        return constant(field);
      case 'label':
        return constant(definition?.label ?? field);
      case 'state': {
        const filled = handle.row.add(`${handle.table(table)}."${column?.name}" IS NOT NULL`);
        return (row) =>
          JSON.stringify(row[filled] ? 'VALUE' : ((row[absences] as Record<string, string>)[field] ?? 'NOT_RECORDED'));
      }
      case 'grade':
        return grade(compiler, handle, field, `${handle.table(table)}."${column?.name}" IS NOT NULL`);
      case 'corroboration':
        return corroboration(compiler, handle, field);
      case 'citations':
        return compiler.connection(
          'Citation',
          (alias) => [`${alias}.fact_id = ${handle.id}`, `${alias}.field = '${field}'`],
          inner,
          handle,
          sizes,
        );
      case 'claims':
        return compiler.connection(
          'Claim',
          (alias) => [`${alias}.subject_id = ${handle.id}`, `${alias}.field = '${field}'`],
          inner,
          handle,
          sizes,
        );
      default:
        throw new Error(`FieldState has no field ${inner.name}`);
    }
  });
}

function linkOnFact(target: 'ImportBatch', column: string) {
  return (compiler: Compiler, { handle, asked, sizes }: DerivedContext): Emit =>
    compiler.linked(target, `${handle.table('fact')}.${column}`, handle, asked, sizes);
}

export const evidence = [
  derived(
    'Fact',
    'grade',
    'Admiralty grade of its best supporting citation, such as B2: source reliability and credibility, never averaged. The lowest credibility number comes first, then the source; empty where nothing supports it.',
    ': String',
    (compiler, { handle }) => grade(compiler, handle),
  ),
  derived(
    'Fact',
    'corroboration',
    'From how many independence groups it is supported: two pieces of one author count once.',
    ': Int!',
    (compiler, { handle }) => corroboration(compiler, handle),
  ),
  derived(
    'Fact',
    'fields',
    'Each of its fields, whether it holds a value, and the evidence for it.',
    ': [FieldState!]!',
    fieldStates,
  ),
  derived(
    'Fact',
    'batch',
    'The import batch in which it came.',
    ': ImportBatch',
    linkOnFact('ImportBatch', 'batch_id'),
  ),
  derived(
    'Fact',
    'batchLine',
    'The line of the batch’s file from which it was read.',
    ': Int',
    (_compiler, { handle }) => scalar(handle.row.add(`${handle.table('fact')}.batch_line`)),
  ),
  derived(
    'Citation',
    'grade',
    'Its Admiralty grade, such as B2: the reliability of the source and the credibility of the information.',
    ': String!',
    (compiler, { handle }) => {
      const source = compiler.alias('s');
      const citation = handle.table('Citation');
      return scalar(
        handle.row.add(
          `(SELECT ${source}.reliability FROM ${tableIn(handle.scope, 'Source')} ${source} WHERE ${source}.id = ${citation}.source_id${stood(handle.scope, source)}) || ${citation}.credibility`,
        ),
      );
    },
  ),
];

export const evidenceSdl = `
"""A field of a fact: whether it holds a value, and the evidence for it."""
type FieldState {
  """The name of the field."""
  name: String!
  """What the field is called."""
  label: String!
  """Whether it holds a value, and if not, why."""
  state: FieldStateKind!
  """Admiralty grade of the best citation that supports it, those of the fact as a whole included."""
  grade: String
  """From how many independence groups it is supported."""
  corroboration: Int!
  """The citations for this field alone."""
  citations(@paging, """Which rows.""" filter: CitationFilter, """In which order.""" orderBy: CitationOrder = ID_ASC): CitationConnection!
  """The rival values that are claimed for it."""
  claims(@paging, """Which rows.""" filter: ClaimFilter, """In which order.""" orderBy: ClaimOrder = ID_ASC): ClaimConnection!
}`;
