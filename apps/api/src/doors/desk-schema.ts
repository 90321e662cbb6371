import { registerSchema } from '@chancery/reader';
import {
  type GraphQLFieldResolver,
  GraphQLScalarType,
  type GraphQLSchema,
  isObjectType,
  valueFromASTUntyped,
} from 'graphql';
import { apiError } from '../errors.ts';
import { measuresSdl } from '../measures/sdl.ts';
import { deskModules } from '../modules/index.ts';
import type { DeskModule, DeskOperation } from '../modules/module.ts';
import { checkArguments } from './check-arguments.ts';
import type { DeskContext } from './desk-context.ts';
import { resolveRegister } from './register-resolvers.ts';
import { isRegisterRoot } from './register-roots.ts';

/**
 * Builds the schema of the desk endpoint: the register as editors see it, plus the modules. Every operation checks its policy
 * before it runs.
 * @throws Error naming every operation without a policy or resolver, so that the server does not start.
 */
export function deskSchema(modules: readonly DeskModule[] = deskModules): GraphQLSchema {
  const sdl = [measuresSdl, ...modules.map((module) => module.sdl)].join('\n');
  const schema = registerSchema('desk', sdl);
  resolveRegister(schema, sdl);
  guardRegister(schema);
  const missing = [
    ...guard(
      schema,
      'Query',
      modules.map(({ queries = {} }) => queries),
    ),
    ...guard(
      schema,
      'Mutation',
      modules.map(({ mutations = {} }) => mutations),
    ),
  ];
  if (missing.length > 0) throw new Error(`these desk operations have no policy: ${missing.join(', ')}`);
  for (const { fields = {} } of modules) attach(schema, fields);
  const json = {
    serialize: (value: unknown) => value,
    parseValue: (value: unknown) => value,
    parseLiteral: valueFromASTUntyped,
  };
  for (const name of ['Values', 'Value']) {
    const scalar = schema.getType(name);
    if (scalar instanceof GraphQLScalarType) Object.assign(scalar, json);
  }
  return schema;
}

/** Makes the operations of a root type check their policies; returns the names of operations without a policy. */
function guard(
  schema: GraphQLSchema,
  type: 'Query' | 'Mutation',
  declared: readonly Readonly<Record<string, DeskOperation>>[],
): string[] {
  const operations: Record<string, DeskOperation> = Object.assign({}, ...declared);
  const rootType = schema.getType(type);
  if (!isObjectType(rootType)) return [];
  return Object.values(rootType.getFields()).flatMap((field) => {
    if (type === 'Query' && isRegisterRoot(field.name)) return [];
    const operation = operations[field.name];
    if (!operation?.policy) return [`${type}.${field.name}`];
    field.resolve = guarded(operation);
    return [];
  });
}

function guarded({ policy, resolve }: DeskOperation): GraphQLFieldResolver<unknown, DeskContext> {
  return async (source, args: Record<string, unknown>, context, info) => {
    const { viewer } = context;
    if (!viewer) throw apiError('UNAUTHENTICATED', 'Sign in first.');
    checkArguments(args, info);
    const verdict = await policy(viewer, args, context);
    if (verdict !== true) throw apiError('FORBIDDEN', verdict.refused);
    return resolve(source, args as never, context, info);
  };
}

/** Requires a signed-in user for register fields: this endpoint also returns facts that are withheld from the public. */
function guardRegister(schema: GraphQLSchema): void {
  const query = schema.getQueryType();
  for (const field of Object.values(query?.getFields() ?? {})) {
    const { resolve } = field;
    if (!isRegisterRoot(field.name) || !resolve) continue;
    field.resolve = (source, args, context: DeskContext, info) => {
      if (!context.viewer) throw apiError('UNAUTHENTICATED', 'Sign in first.');
      return resolve(source, args, context, info);
    };
  }
}

function attach(schema: GraphQLSchema, fields: NonNullable<DeskModule['fields']>): void {
  for (const [typeName, resolvers] of Object.entries(fields)) {
    const type = schema.getType(typeName);
    if (!isObjectType(type)) throw new Error(`the desk schema has no object type ${typeName}`);
    for (const [name, resolve] of Object.entries(resolvers)) {
      const field = type.getFields()[name];
      if (!field) throw new Error(`the desk schema has no field ${typeName}.${name}`);
      field.resolve = (source, args: Record<string, unknown>, context, info) => {
        checkArguments(args, info);
        return (resolve as GraphQLFieldResolver<unknown, unknown>)(source, args, context, info);
      };
    }
  }
}
