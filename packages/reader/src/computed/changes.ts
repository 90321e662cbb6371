import { factTypeNames, upperSnake } from '@chancery/codebook';
import type { Compiler } from '../compile/compiler.ts';
import { pagedConnection } from '../compile/connection.ts';
import { momentSql } from '../compile/moment-sql.ts';
import { constant, jsonColumn } from '../compile/object.ts';
import type { ResultRow } from '../compile/row.ts';
import type { Emit } from '../compile/run.ts';
import { type Scope, visibilityConditions } from '../compile/scope.ts';
import type { PricedField, SelectedField } from '../compile/selection.ts';
import { computedField } from './computed-field.ts';

const upperType = new Map<string, string>(factTypeNames.map((type) => [type, upperSnake(type)]));

/**
 * Writes a connection of the changes that meet the conditions, up to the revision of the scope, ordered by revision and
 * by ordinal within a revision. Changes of withheld facts are left out if the scope withholds them.
 */
export function changesConnection(
  compiler: Compiler,
  where: (alias: string) => readonly string[],
  selected: SelectedField,
  row: ResultRow,
  scope: Scope,
  sizes: PricedField['sizes'],
): Emit {
  const until = (alias: string) => (scope.revision === undefined ? [] : [`${alias}.revision <= ${scope.revision}`]);
  return pagedConnection(
    compiler,
    {
      node: 'Change',
      from: (alias) => `ledger.public_operation ${alias}`,
      where: (alias) => [...where(alias), ...until(alias), ...visibilityConditions(scope, `${alias}.fact_id`)],
      order: {
        name: 'REVISION',
        descending: false,
        keys: [
          { sql: (alias) => `${alias}.revision`, kind: 'integer', nullable: false },
          { sql: (alias) => `${alias}.ordinal`, kind: 'integer', nullable: false },
        ],
      },
      write: (page, alias, node) => compiler.object('Change', node, (field) => changeField(page, alias, field.name)),
    },
    selected,
    row,
    sizes,
  );
}

function changeField(page: ResultRow, alias: string, name: string): Emit {
  switch (name) {
    case 'kind': {
      const at = page.add(`${alias}.kind`);
      return (row) => JSON.stringify(String(row[at]).toUpperCase());
    }
    case 'type': {
      const at = page.add(`${alias}.type`);
      return (row) => JSON.stringify(upperType.get(String(row[at])) ?? null);
    }
    case 'factId':
      return jsonColumn(page.add(`${alias}.fact_id`));
    case 'at': {
      const at = page.add(momentSql(`(SELECT r.at FROM ledger.public_revision r WHERE r.number = ${alias}.revision)`));
      return jsonColumn(at);
    }
    case 'revision':
    case 'ordinal':
      return jsonColumn(page.add(`${alias}.${name}`));
    default:
      return constant(null);
  }
}

export const changeFields = [
  computedField(
    'Fact',
    'changes',
    'The changes to it and to its citations, ordered by revision.',
    '(@paging): ChangeConnection!',
    (compiler, { handle: { id, row, scope }, selected, sizes }) =>
      compiler.once(`${scope.name} ${id} ${sizes.join()}`, row, selected, () =>
        changesConnection(compiler, (alias) => [`${alias}.fact_id = ${id}`], selected, row, scope, sizes),
      ),
  ),
];

export const changesSdl = `
"""The kind of a change."""
enum ChangeKind {
  """A fact was recorded."""
  CREATE
  """Fields of a fact were changed."""
  UPDATE
  """A fact was taken out of the register."""
  RETIRE
  """A retired fact was restored."""
  RESTORE
  """A source was cited for a fact."""
  CITE
  """A citation was removed."""
  UNCITE
  """The value of a claim was adopted for a field."""
  ADOPT
  """Two facts were put in dispute."""
  DISPUTE
}
"""One change of a revision."""
type Change {
  """The number of the revision."""
  revision: Int!
  """When it was merged."""
  at: DateTime!
  """Its number within the revision, from 1."""
  ordinal: Int!
  """The kind of change."""
  kind: ChangeKind!
  """The type of the fact."""
  type: FactType!
  """The id of the fact. Use node(id) to read the fact or its tombstone."""
  factId: ID!
}`;
