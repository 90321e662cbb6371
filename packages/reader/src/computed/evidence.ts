import type { Compiler } from '../compile/compiler.ts';
import { scalar } from '../compile/object.ts';
import type { Emit } from '../compile/run.ts';
import { stood, tableIn } from '../compile/scope.ts';
import { type DerivedContext, derived } from './derived-field.ts';
import { fieldStates } from './field-states.ts';
import { bestFirst, gradeSql, supporting } from './support.ts';

function linkOnFact(target: 'ImportBatch', column: string) {
  return (compiler: Compiler, { handle, selected, sizes }: DerivedContext): Emit =>
    compiler.linked(target, `${handle.table('fact')}.${column}`, handle, selected, sizes);
}

export const evidence = [
  derived(
    'Fact',
    'grade',
    'Admiralty grade of its best supporting citation, such as B2: source reliability and credibility, never averaged. The lowest credibility number comes first, then the source; empty where nothing supports it.',
    ': String',
    (_compiler, { handle }) => scalar(handle.row.add(supporting(handle, gradeSql, ` ORDER BY ${bestFirst} LIMIT 1`))),
  ),
  derived(
    'Fact',
    'corroboration',
    'From how many independence groups it is supported: two pieces of one author count once.',
    ': Int!',
    (_compiler, { handle }) => scalar(handle.row.add(supporting(handle, 'count(DISTINCT said.independence_group)'))),
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
    (_compiler, { handle }) => {
      const citation = handle.table('Citation');
      return scalar(
        handle.row.add(
          `(SELECT said.reliability FROM ${tableIn(handle.scope, 'Source')} said WHERE said.id = ${citation}.source_id${stood(handle.scope, 'said')}) || ${citation}.credibility`,
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
