import { concreteTypes, upperSnake } from '@chancery/codebook';
import type { Compiler } from '../compile/compiler.ts';
import { Handle } from '../compile/handle.ts';
import { constant, scalar } from '../compile/object.ts';
import { Row } from '../compile/row.ts';
import type { Emit } from '../compile/run.ts';
import { type Scope, stood, tableIn } from '../compile/scope.ts';
import type { SelectedField } from '../compile/selection.ts';
import { type RootContext, rootField } from './root-field.ts';

export const nodeRoot = rootField(
  'node',
  'Whatever has an id: a fact, a citation, or the tombstone of a fact that was retired.',
  '("""The id.""" id: ID!): Node',
  (compiler, context) => {
    const id = compiler.argumentsOf(context.selected).bind('id', 'text');
    const found = [fact(compiler, context, id), citation(compiler, context, id), tombstone(compiler, context, id)];
    return (row, run) => {
      for (const { place, write } of found) if (row[place] !== null) return write(row, run);
      return 'null';
    };
  },
);

interface Found {
  readonly place: number;
  readonly write: Emit;
}

function fact(compiler: Compiler, { row, scope, selected }: RootContext, id: string): Found {
  const inner = new Row();
  const alias = compiler.alias('f');
  const write = compiler.anyFact(
    'Fact',
    new Handle(`${alias}.id`, { row: inner, scope, alias: compiler.alias }, { table: 'fact', alias }),
    selected,
    [],
  );
  const place = row.add(
    `(SELECT ${inner.sql} FROM ${tableIn(scope, 'fact')} ${alias}${inner.joins} WHERE ${alias}.id = ${id}${stood(scope, alias)})`,
  );
  return { place, write: inner.within(place, write) };
}

function citation(compiler: Compiler, { row, scope, selected }: RootContext, id: string): Found {
  const inner = new Row();
  const alias = compiler.alias('c');
  const write = compiler.fact(
    'Citation',
    new Handle(`${alias}.id`, { row: inner, scope, alias: compiler.alias }, { table: 'Citation', alias }),
    selected,
    [],
  );
  inner.add(`${alias}.id`);
  const place = row.add(
    `(SELECT ${inner.sql} FROM ${tableIn(scope, 'Citation')} ${alias}${inner.joins} WHERE ${alias}.id = ${id}${stood(scope, alias)})`,
  );
  return { place, write: inner.within(place, write) };
}

function tombstone(compiler: Compiler, { row, scope, selected }: RootContext, id: string): Found {
  const inner = new Row();
  const alias = compiler.alias('t');
  const write = compiler.object('Tombstone', selected, (field) => tombstoneField(compiler, inner, scope, alias, field));
  inner.add(`${alias}.id`);
  const place = row.add(
    `(SELECT ${inner.sql} FROM ${tableIn(scope, 'tombstone')} ${alias}${inner.joins} WHERE ${alias}.id = ${id}${stood(scope, alias)})`,
  );
  return { place, write: inner.within(place, write) };
}

const types = new Map<string, string>(concreteTypes('Fact').map((type) => [type, upperSnake(type)]));

function tombstoneField(compiler: Compiler, inner: Row, scope: Scope, alias: string, selected: SelectedField): Emit {
  switch (selected.name) {
    case 'id':
    case 'label':
    case 'reason':
      return scalar(inner.add(`${alias}.${selected.name}`));
    case 'type': {
      const at = inner.add(`${alias}.type`);
      return (row) => JSON.stringify(types.get(String(row[at])) ?? null);
    }
    case 'redirectTo': {
      const way = compiler.alias('w');
      inner.join(`LEFT JOIN LATERAL ${redirectSql(scope, alias)} ${way} ON true`);
      const from = new Handle(`${way}.id`, { row: inner, scope, alias: compiler.alias });
      return compiler.linked('Fact', `${way}.id`, from, selected, []);
    }
    default:
      return constant(null);
  }
}

// A redirect may lead to a fact that was itself retired toward another; what is shown is the fact that stands.
function redirectSql(scope: Scope, alias: string): string {
  return `(WITH RECURSIVE way (id, steps) AS (
      SELECT ${alias}.redirect_to, 1
      UNION ALL SELECT n.redirect_to, way.steps + 1 FROM way JOIN ${tableIn(scope, 'tombstone')} n ON n.id = way.id${stood(scope, 'n')} WHERE way.steps < 20)
    SELECT way.id FROM way JOIN ${tableIn(scope, 'fact')} standing ON standing.id = way.id${stood(scope, 'standing')} LIMIT 1)`;
}

export const nodeSdl = `
"""What stays of a fact that was retired: its id keeps its meaning for ever."""
type Tombstone implements Node {
  """Its id."""
  id: ID!
  """The type that it had."""
  type: FactType!
  """What it was called."""
  label: String!
  """Why it was retired."""
  reason: String!
  """The fact that stands in its place, if there is one."""
  redirectTo: Fact
}`;
