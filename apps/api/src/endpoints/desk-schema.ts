import { buildRegisterSchema } from '@chancery/reader';
import {
  type GraphQLArgument,
  type GraphQLFieldResolver,
  GraphQLScalarType,
  type GraphQLSchema,
  isObjectType,
  valueFromASTUntyped,
} from 'graphql';
import { type AuditRule, runAudited } from '../audit/audit-rule.ts';
import { apiError } from '../errors.ts';
import { measuresSdl } from '../measures/sdl.ts';
import { deskModules } from '../modules/index.ts';
import type { DeskModule, Policy } from '../modules/module.ts';
import { checkArguments } from './check-arguments.ts';
import { type DeskContext, requireSignIn, type SignedInContext } from './desk-context.ts';
import { givenArguments } from './given-arguments.ts';
import { resolveRegister } from './register-resolvers.ts';
import { isRegisterRoot } from './register-roots.ts';

/**
 * Builds the schema of the desk endpoint: the register as editors see it, plus the modules. Every operation of a module
 * checks its policy before it runs; register fields require a signed-in user.
 * @throws Error naming the operations without a policy, the mutations without an audit rule, or a field with a resolver that the schema lacks, so that the
 * server does not start.
 */
export function deskSchema(modules: readonly DeskModule[] = deskModules): GraphQLSchema {
  // Each module extends Mutation with its own.
  const sdl = ['type Mutation', measuresSdl, ...modules.map((module) => module.sdl)].join('\n');
  const schema = buildRegisterSchema('desk', sdl);
  resolveRegister(schema, sdl);
  guardRegister(schema);
  const missing = [
    ...guard(schema, 'Query', operationsOf(modules, 'queries')),
    ...guard(schema, 'Mutation', operationsOf(modules, 'mutations')),
  ];
  if (missing.length > 0) throw new Error(`these desk operations have no policy: ${missing.join(', ')}`);
  const unaudited = Object.entries(operationsOf(modules, 'mutations')).filter(([, { audit }]) => audit === undefined);
  if (unaudited.length > 0)
    throw new Error(`these desk mutations have no audit rule: ${unaudited.map(([name]) => name).join(', ')}`);
  for (const module of modules) attach(schema, module);
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

/** A desk operation as graphql-js calls it, without the types of its arguments. */
interface CallableOperation {
  readonly policy: Policy<Arguments>;
  readonly resolve: GraphQLFieldResolver<unknown, SignedInContext, Arguments>;
  /** Absent for queries. */
  readonly audit?: AuditRule<Arguments, unknown>;
  readonly afterCommit?: (output: unknown, context: SignedInContext) => Promise<unknown>;
}

type Arguments = Readonly<Record<string, unknown>>;

/**
 * Returns all operations of a root type by name, typed as if they took any arguments. That is safe: graphql-js checks
 * the arguments against the same schema from which the types of the resolvers are generated.
 */
function operationsOf(
  modules: readonly DeskModule[],
  type: 'queries' | 'mutations',
): Record<string, CallableOperation> {
  return Object.assign({}, ...modules.map((module) => module[type])) as Record<string, CallableOperation>;
}

/** Makes the operations of a root type check their policies. Returns the names of the operations without a policy. */
function guard(
  schema: GraphQLSchema,
  type: 'Query' | 'Mutation',
  operations: Readonly<Record<string, CallableOperation>>,
): string[] {
  const rootType = schema.getType(type);
  if (!isObjectType(rootType)) return [];
  return Object.values(rootType.getFields()).flatMap((field) => {
    if (type === 'Query' && isRegisterRoot(field.name)) return [];
    const operation = operations[field.name];
    if (!operation?.policy) return [`${type}.${field.name}`];
    field.resolve = guardedResolver(operation, field.args);
    return [];
  });
}

function guardedResolver(
  { policy, resolve, audit, afterCommit }: CallableOperation,
  definitions: readonly GraphQLArgument[],
): GraphQLFieldResolver<unknown, DeskContext, Arguments> {
  return async (source, args, context, info) => {
    const signedIn = requireSignIn(context);
    checkArguments(args, info);
    const given = givenArguments(args, definitions);
    const verdict = await policy(signedIn.viewer, given, signedIn);
    if (verdict !== true) throw apiError('FORBIDDEN', verdict.refused);
    const run = async (context: SignedInContext): Promise<unknown> => resolve(source, given, context, info);
    const output = await (audit ? runAudited(audit, { args: given, context: signedIn, run }) : run(signedIn));
    return afterCommit ? afterCommit(output, signedIn) : output;
  };
}

/**
 * Requires a signed-in user for register fields: this endpoint also returns facts that are withheld from the public.
 */
function guardRegister(schema: GraphQLSchema): void {
  const query = schema.getQueryType();
  for (const field of Object.values(query?.getFields() ?? {})) {
    const { resolve } = field;
    if (!isRegisterRoot(field.name) || !resolve) continue;
    field.resolve = (source, args, context: DeskContext, info) => resolve(source, args, requireSignIn(context), info);
  }
}

/** The resolvers of a module's fields as graphql-js calls them, by type and field. */
type CallableFields = Readonly<
  Record<string, Readonly<Record<string, GraphQLFieldResolver<unknown, SignedInContext, Arguments>>>>
>;

function attach(schema: GraphQLSchema, { fields = {} }: DeskModule): void {
  // As for operations: graphql-js calls each resolver with the parent and the arguments of its field.
  for (const [typeName, resolvers] of Object.entries(fields as CallableFields)) {
    const type = schema.getType(typeName);
    if (!isObjectType(type)) throw new Error(`the desk schema has no object type ${typeName}`);
    for (const [name, resolve] of Object.entries(resolvers)) {
      const field = type.getFields()[name];
      if (!field) throw new Error(`the desk schema has no field ${typeName}.${name}`);
      field.resolve = (source, args: Arguments, context: DeskContext, info) => {
        checkArguments(args, info);
        return resolve(source, givenArguments(args, field.args), requireSignIn(context), info);
      };
    }
  }
}
