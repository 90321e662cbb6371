import type { Compiler } from '../compile/compiler.ts';
import { scalar } from '../compile/object.ts';
import type { Emit } from '../compile/run.ts';
import { asOf, tableIn } from '../compile/scope.ts';
import { type DerivedContext, derived } from './derived-field.ts';
import { fieldStates } from './field-states.ts';
import { bestFirst, gradeSql, supportingSql } from './support.ts';

function linkOnFact(target: 'ImportBatch', column: string) {
  return (compiler: Compiler, { handle, selected, sizes }: DerivedContext): Emit =>
    compiler.linked(target, `${handle.table('fact')}.${column}`, handle, selected, sizes);
}

export const evidence = [
  derived(
    'Fact',
    'grade',
    'Admiralty grade of its best supporting citation, such as B2: source reliability and credibility, never averaged. The best is the one with the lowest credibility number, then the most reliable source; null if nothing supports it.',
    ': String',
    (_compiler, { handle }) =>
      scalar(handle.row.add(supportingSql(handle, gradeSql, ` ORDER BY ${bestFirst} LIMIT 1`))),
  ),
  derived(
    'Fact',
    'corroboration',
    'The number of independence groups that support it: two works of one author count once.',
    ': Int!',
    (_compiler, { handle }) => scalar(handle.row.add(supportingSql(handle, 'count(DISTINCT src.independence_group)'))),
  ),
  derived(
    'Fact',
    'fields',
    'Its fields: whether each has a value, and the evidence for it.',
    ': [FieldState!]!',
    fieldStates,
  ),
  derived('Fact', 'batch', 'The import batch that created it.', ': ImportBatch', linkOnFact('ImportBatch', 'batch_id')),
  derived('Fact', 'batchLine', 'The line in the file of the import batch.', ': Int', (_compiler, { handle }) =>
    scalar(handle.row.add(`${handle.table('fact')}.batch_line`)),
  ),
  derived(
    'Citation',
    'grade',
    'Its Admiralty grade, such as B2: the reliability of the source and the credibility of the information.',
    ': String!',
    (_compiler, { handle }) => {
      const citation = handle.table('Citation');
      return scalar(
        handle.row.add(
          `(SELECT src.reliability FROM ${tableIn(handle.scope, 'Source')} src WHERE src.id = ${citation}.source_id${asOf(handle.scope, 'src')}) || ${citation}.credibility`,
        ),
      );
    },
  ),
];

export const evidenceSdl = `
"""A field of a fact: whether it has a value, and the evidence for it."""
type FieldState {
  """The name of the field."""
  name: String!
  """The label of the field."""
  label: String!
  """Whether it has a value, and if not, why."""
  state: FieldStateKind!
  """Admiralty grade of the best citation that supports the field or the fact as a whole; null if the field has no value or no citation supports it."""
  grade: String
  """The number of independence groups that support it."""
  corroboration: Int!
  """The citations for this field alone."""
  citations(@paging, """Which rows.""" filter: CitationFilter, """In which order.""" orderBy: CitationOrder = ID_ASC): CitationConnection!
  """Claims that state another value of the field."""
  claims(@paging, """Which rows.""" filter: ClaimFilter, """In which order.""" orderBy: ClaimOrder = ID_ASC): ClaimConnection!
}`;
