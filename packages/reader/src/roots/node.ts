import { concreteTypesOf, upperSnake } from '@chancery/codebook';
import type { Compiler } from '../compile/compiler.ts';
import { Handle } from '../compile/handle.ts';
import { constant, jsonColumn } from '../compile/object.ts';
import { ResultRow } from '../compile/row.ts';
import type { Emit } from '../compile/run.ts';
import { asOfSql, type Scope, tableSql } from '../compile/scope.ts';
import type { SelectedField } from '../compile/selection.ts';
import { type RootContext, rootField } from './root-field.ts';

export const nodeRoot = rootField(
  'node',
  'The fact or citation with this id, or the tombstone if the fact is retired; null if there is neither.',
  '("""The id.""" id: ID!): Node',
  (compiler, context) => {
    const { number, bind } = compiler.argumentsOf(context.selected);
    const { path, nodes } = context.selected;
    compiler.inputs.references.push({ number, path, node: nodes[0], types: undefined });
    const id = bind('id', 'text');
    const candidates = [fact(compiler, context, id), citation(compiler, context, id), tombstone(compiler, context, id)];
    return (row, run) => {
      for (const { place, write } of candidates) if (row[place] !== null) return write(row, run);
      return 'null';
    };
  },
);

/** The column of the root row for one kind of node, and the writer that reads this column. */
interface Candidate {
  readonly place: number;
  readonly write: Emit;
}

function fact(compiler: Compiler, { row, scope, selected }: RootContext, id: string): Candidate {
  const inner = new ResultRow();
  const alias = compiler.alias('f');
  const write = compiler.anyFact(
    'Fact',
    new Handle(`${alias}.id`, { row: inner, scope, alias: compiler.alias }, { table: 'fact', alias }),
    selected,
    [],
  );
  const place = row.add(
    `(SELECT ${inner.sql} FROM ${tableSql(scope, 'fact')} ${alias}${inner.joins} WHERE ${alias}.id = ${id}${asOfSql(scope, alias)})`,
  );
  return { place, write: inner.writeNested(place, write) };
}

function citation(compiler: Compiler, { row, scope, selected }: RootContext, id: string): Candidate {
  const inner = new ResultRow();
  const alias = compiler.alias('c');
  const write = compiler.fact(
    'Citation',
    new Handle(`${alias}.id`, { row: inner, scope, alias: compiler.alias }, { table: 'Citation', alias }),
    selected,
    [],
  );
  inner.add(`${alias}.id`);
  const place = row.add(
    `(SELECT ${inner.sql} FROM ${tableSql(scope, 'Citation')} ${alias}${inner.joins} WHERE ${alias}.id = ${id}${asOfSql(scope, alias)})`,
  );
  return { place, write: inner.writeNested(place, write) };
}

function tombstone(compiler: Compiler, { row, scope, selected }: RootContext, id: string): Candidate {
  const inner = new ResultRow();
  const alias = compiler.alias('t');
  const write = compiler.object('Tombstone', selected, (field) => tombstoneField(compiler, inner, scope, alias, field));
  inner.add(`${alias}.id`);
  const place = row.add(
    `(SELECT ${inner.sql} FROM ${tableSql(scope, 'tombstone')} ${alias}${inner.joins} WHERE ${alias}.id = ${id}${asOfSql(scope, alias)})`,
  );
  return { place, write: inner.writeNested(place, write) };
}

const types = new Map<string, string>(concreteTypesOf('Fact').map((type) => [type, upperSnake(type)]));

function tombstoneField(
  compiler: Compiler,
  inner: ResultRow,
  scope: Scope,
  alias: string,
  selected: SelectedField,
): Emit {
  switch (selected.name) {
    case 'id':
    case 'label':
    case 'reason':
      return jsonColumn(inner.add(`${alias}.${selected.name}`));
    case 'type': {
      const at = inner.add(`${alias}.type`);
      return (row) => JSON.stringify(types.get(String(row[at])) ?? null);
    }
    case 'revision': {
      const until = scope.revision === undefined ? '' : ` AND o.revision <= ${scope.revision}`;
      return jsonColumn(
        inner.add(
          `(SELECT max(o.revision) FROM ledger.public_operation o WHERE o.fact_id = ${alias}.id AND o.kind = 'retire'${until})`,
        ),
      );
    }
    case 'redirectTo': {
      const path = compiler.alias('w');
      inner.join(`LEFT JOIN LATERAL ${redirectSql(scope, alias)} ${path} ON true`);
      const from = new Handle(`${path}.id`, { row: inner, scope, alias: compiler.alias });
      return compiler.linked('Fact', `${path}.id`, from, selected, []);
    }
    default:
      return constant(null);
  }
}

// Follows a chain of redirects to the first fact that is not retired. The target of a redirect may itself have been
// retired.
function redirectSql(scope: Scope, alias: string): string {
  return `(WITH RECURSIVE way (id, steps) AS (
      SELECT ${alias}.redirect_to, 1
      UNION ALL SELECT n.redirect_to, way.steps + 1 FROM way JOIN ${tableSql(scope, 'tombstone')} n ON n.id = way.id${asOfSql(scope, 'n')} WHERE way.steps < 20)
    SELECT way.id FROM way JOIN ${tableSql(scope, 'fact')} f ON f.id = way.id${asOfSql(scope, 'f')} LIMIT 1)`;
}

export const nodeSdl = `
"""What is kept of a retired fact. Its id is never given to another fact."""
type Tombstone implements Node {
  """Its id."""
  id: ID!
  """The type of the fact."""
  type: FactType!
  """The last label of the fact."""
  label: String!
  """Why it was retired."""
  reason: String!
  """The number of the revision in which it was retired."""
  revision: Int!
  """The fact that replaces it; null if there is none. If that fact was replaced too, the last one in the chain."""
  redirectTo: Fact
}`;
