import type { Compiler } from '../compile/compiler.ts';
import { jsonColumn } from '../compile/object.ts';
import type { Emit } from '../compile/run.ts';
import { asOfSql, tableSql } from '../compile/scope.ts';
import { type ComputedContext, computedField } from './computed-field.ts';
import { fieldStates } from './field-states.ts';
import { bestFirstSql, gradeSql, supportingCitationsSql } from './support.ts';

function linkOnFact(target: 'ImportBatch', column: string) {
  return (compiler: Compiler, { handle, selected, sizes }: ComputedContext): Emit =>
    compiler.linked(target, `${handle.table('fact')}.${column}`, handle, selected, sizes);
}

export const evidenceFields = [
  computedField(
    'Fact',
    'grade',
    'Admiralty grade of its best supporting citation, such as B2: source reliability and credibility, never averaged. The best is the one with the lowest credibility number, then the most reliable source; null if nothing supports it.',
    ': String',
    (_compiler, { handle }) =>
      jsonColumn(handle.row.add(supportingCitationsSql(handle, gradeSql, ` ORDER BY ${bestFirstSql} LIMIT 1`))),
  ),
  computedField(
    'Fact',
    'corroboration',
    'The number of independence groups among the sources that support it. Sources of one group, such as two works of one author, count once.',
    ': Int!',
    (_compiler, { handle }) =>
      jsonColumn(handle.row.add(supportingCitationsSql(handle, 'count(DISTINCT src.independence_group)'))),
  ),
  computedField(
    'Fact',
    'fields',
    'The state of each of its fields: whether the field has a value, and the evidence for the value.',
    ': [FieldState!]!',
    fieldStates,
  ),
  computedField(
    'Fact',
    'batch',
    'The import batch with which it was recorded; null if it was not imported.',
    ': ImportBatch',
    linkOnFact('ImportBatch', 'batch_id'),
  ),
  computedField(
    'Fact',
    'batchLine',
    'Its line in the file of the import batch; null if it was not imported.',
    ': Int',
    (_compiler, { handle }) => jsonColumn(handle.row.add(`${handle.table('fact')}.batch_line`)),
  ),
  computedField(
    'Citation',
    'grade',
    'Its Admiralty grade, such as B2: the reliability of the source and the credibility of the information.',
    ': String!',
    (_compiler, { handle }) => {
      const citation = handle.table('Citation');
      return jsonColumn(
        handle.row.add(
          `(SELECT src.reliability FROM ${tableSql(handle.scope, 'Source')} src WHERE src.id = ${citation}.source_id${asOfSql(handle.scope, 'src')}) || ${citation}.credibility`,
        ),
      );
    },
  ),
];

export const evidenceSdl = `
"""A field of a fact: whether it has a value, and the evidence for the value."""
type FieldState {
  """The name of the field."""
  name: String!
  """The label of the field."""
  label: String!
  """Whether the field has a value and, if not, why."""
  state: FieldStateKind!
  """Admiralty grade of the best citation that supports the field or the fact as a whole; null if the field has no value or no citation supports it."""
  grade: String
  """The number of independence groups among the sources that support the field or the fact as a whole."""
  corroboration: Int!
  """The citations of this field alone, without citations of the fact as a whole."""
  citations(@paging, """Returns only the rows that match the filter.""" filter: CitationFilter, """The order of the rows; by default by id, which is the order of creation.""" orderBy: CitationOrder = ID_ASC): CitationConnection!
  """The claims about the value of the field."""
  claims(@paging, """Returns only the rows that match the filter.""" filter: ClaimFilter, """The order of the rows; by default by id, which is the order of creation.""" orderBy: ClaimOrder = ID_ASC): ClaimConnection!
}`;
