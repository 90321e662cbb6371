import type { Compiler } from '../compile/compiler.ts';
import { pagedConnection } from '../compile/connection.ts';
import { momentSql } from '../compile/moment-sql.ts';
import { jsonColumn } from '../compile/object.ts';
import { ResultRow } from '../compile/row.ts';
import type { Emit } from '../compile/run.ts';
import { type Scope, visibilityConditions } from '../compile/scope.ts';
import type { SelectedField } from '../compile/selection.ts';
import { changesConnection } from '../computed/changes.ts';
import { type RootField, rootField } from './root-field.ts';

function revisionField(row: ResultRow, alias: string, scope: Scope, { name }: SelectedField): Emit {
  switch (name) {
    case 'at':
      return jsonColumn(row.add(momentSql(`${alias}.at`)));
    case 'operations':
      return jsonColumn(row.add(operationsSql(scope, alias)));
    default:
      return jsonColumn(row.add(`${alias}.${name}`));
  }
}

/**
 * Returns SQL for the number of operations of a revision. If the scope withholds facts, operations on them are not
 * counted.
 */
function operationsSql(scope: Scope, alias: string): string {
  const [isVisible] = visibilityConditions(scope, 'o.fact_id');
  return isVisible === undefined
    ? `${alias}.operation_count`
    : `(SELECT count(*) FROM ledger.public_operation o WHERE o.revision = ${alias}.number AND ${isVisible})`;
}

/** Returns SQL for the latest revision. Before the first merge it is revision 0, the empty register. */
const head = (scope: Scope) =>
  `(SELECT h.number, h.at, r.title, r.reverts, coalesce(r.operation_count, 0) AS operation_count FROM ledger.head h LEFT JOIN ledger.public_revision r ON r.number = h.number${scope.revision === undefined ? '' : ' WHERE false'})`;

function compileRevision(
  compiler: Compiler,
  { row, scope, selected }: { row: ResultRow; scope: Scope; selected: SelectedField },
): Emit {
  const inner = new ResultRow();
  const alias = compiler.alias('r');
  const write = compiler.object('Revision', selected, (field) => revisionField(inner, alias, scope, field));
  inner.add('1');
  const from =
    scope.revision === undefined
      ? `${head(scope)} ${alias}`
      : `ledger.public_revision ${alias} WHERE ${alias}.number = ${scope.revision}`;
  return inner.writeNested(row.add(`(SELECT ${inner.sql} FROM ${from})`), write);
}

const paging = '(@paging): RevisionConnection!';

export const revisionRoots: RootField[] = [
  rootField(
    'revision',
    'The revision that is read: the latest revision, or the revision of the past register.',
    ': Revision!',
    compileRevision,
  ),
  rootField('revisions', 'The revisions of the register, latest first.', paging, (compiler, { row, scope, selected }) =>
    pagedConnection(
      compiler,
      {
        node: 'Revision',
        from: (alias) => `ledger.public_revision ${alias}`,
        where: (alias) => (scope.revision === undefined ? [] : [`${alias}.number <= ${scope.revision}`]),
        order: {
          name: 'NUMBER_DESC',
          descending: true,
          keys: [{ sql: (alias) => `${alias}.number`, kind: 'integer', nullable: false }],
        },
        write: (page, alias, node) =>
          compiler.object('Revision', node, (field) => revisionField(page, alias, scope, field)),
      },
      selected,
      row,
      [],
    ),
  ),
  rootField(
    'changes',
    'The changes after a revision, ordered by revision and ordinal. Read them page by page to keep a copy up to date.',
    '("""Only changes after this revision; 0 for all. It must not be later than the latest.""" since: Int!, @paging): ChangeConnection',
    (compiler, { row, scope, selected }) => {
      const { bind, number } = compiler.argumentsOf(selected);
      compiler.inputs.sinces.push({ number, path: selected.path, row });
      return changesConnection(
        compiler,
        (alias) => [`${alias}.revision > ${bind('since', 'integer')}`],
        selected,
        row,
        scope,
        [],
      );
    },
  ),
];

export const revisionSdl = `
"""A revision of the register: one merged changeset."""
type Revision {
  """Its number, from 1; 0 is the empty register."""
  number: Int!
  """When it was merged."""
  at: DateTime!
  """The title of its changeset."""
  title: String
  """The revision that it reverts; null if it reverts none."""
  reverts: Int
  """The number of its operations. Operations on withheld facts are not counted."""
  operations: Int!
}`;
