import { deprecatedSdl, type TypeName, typeNames, typeOf } from '@chancery/codebook';
import type { Compiler } from '../compile/compiler.ts';
import { Handle } from '../compile/handle.ts';
import { onSql } from '../compile/on-argument.ts';
import { ResultRow } from '../compile/row.ts';
import type { Emit } from '../compile/run.ts';
import { asOfSql, tableSql } from '../compile/scope.ts';
import { referenceSql } from '../computed/actor-ref.ts';
import { type RootContext, type RootField, rootField } from './root-field.ts';

/**
 * For each type, a root field for one fact or citation and a root field for a connection, each also under its
 * deprecated name, if it has one.
 */
export const typeRoots: RootField[] = typeNames.flatMap((type) => {
  const { one, many, deprecatedRoots } = typeOf(type);
  return [
    singleRoot(type, one),
    connectionRoot(type, many),
    ...(deprecatedRoots
      ? [
          deprecatedRoot(singleRoot(type, deprecatedRoots.one), one),
          deprecatedRoot(connectionRoot(type, deprecatedRoots.many), many),
        ]
      : []),
  ];
});

function deprecatedRoot(root: RootField, successor: string): RootField {
  return { ...root, sdl: `${root.sdl} ${deprecatedSdl(successor)}` };
}

function singleRoot(type: TypeName, name: string): RootField {
  const { singular, description, codeScheme: scheme } = typeOf(type);
  if (!scheme)
    return rootField(
      name,
      `The ${singular} with an id. ${description}`,
      `("""Its id.""" id: ID!): ${type}`,
      (compiler, context) => byId(compiler, context, type),
    );
  return rootField(
    name,
    `The ${singular} with an id, or with a code on a day. ${description}`,
    `("""Its id.""" id: ID, """One of its codes.""" code: String, """The scheme of the code.""" scheme: CodeScheme = ${scheme}, """The day on which it has the code; by default today, or the day of the revision.""" on: Date): ${type}`,
    (compiler, context) => {
      const { values, bind } = compiler.argumentsOf(context.selected);
      const on = onSql(compiler, context.scope, context.selected);
      return oneRow(compiler, context, type, referenceSql(compiler, context.scope, [type], values, bind, on));
    },
  );
}

function byId(compiler: Compiler, context: RootContext, type: TypeName): Emit {
  return oneRow(compiler, context, type, compiler.argumentsOf(context.selected).bind('id', 'text'));
}

function oneRow(compiler: Compiler, { row, scope, selected }: RootContext, type: TypeName, id: string): Emit {
  const inner = new ResultRow();
  const alias = compiler.alias('m');
  const write = compiler.fact(
    type,
    new Handle(`${alias}.id`, { row: inner, scope, alias: compiler.alias }, { table: type, alias }),
    selected,
    [],
  );
  const place = row.add(
    `(SELECT ${inner.sql} FROM ${tableSql(scope, type)} ${alias}${inner.joins} WHERE ${alias}.id = ${id}${asOfSql(scope, alias)})`,
  );
  compiler.inputs.references.push({
    number: compiler.argumentsOf(selected).number,
    path: selected.path,
    node: selected.nodes[0],
    types: [type],
    result: { row, place },
  });
  return inner.writeNested(place, write);
}

function connectionRoot(type: TypeName, name: string): RootField {
  const { plural } = typeOf(type);
  const paging = `(@paging, """Returns only the ${plural} that match the filter.""" filter: ${type}Filter, """The order; by default by id, which is the order of creation.""" orderBy: ${type}Order = ID_ASC): ${type}Connection!`;
  return rootField(
    name,
    `The ${plural} that match the filter, page by page; by default all.`,
    paging,
    (compiler, { row, scope, selected }) => compiler.connection(type, () => [], selected, { row, scope }, []),
  );
}
