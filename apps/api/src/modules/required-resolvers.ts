import type { MutationResolvers, QueryResolvers } from '../generated/desk-types.ts';
import type { DeskModule } from './module.ts';

type FieldResolvers = NonNullable<DeskModule['fields']>;

/** True if the parent has the field's value as a property of the same name, which graphql-js then returns by itself. */
type IsProperty<Name, Resolve> = Resolve extends (parent: infer Parent, ...rest: infer _Rest) => infer Result
  ? Name extends keyof Parent
    ? Parent[Name] extends Result
      ? true
      : false
    : false
  : true;

type FieldsToResolve<Type extends string, Fields> = {
  [Name in keyof Fields & string]-?: IsProperty<Name, NonNullable<Fields[Name]>> extends true
    ? never
    : `${Type}.${Name}`;
}[keyof Fields & string];

type RequiredFields = {
  [Type in keyof FieldResolvers & string]-?: FieldsToResolve<Type, NonNullable<FieldResolvers[Type]>>;
}[keyof FieldResolvers & string];

type RequiredResolvers =
  | `Query.${keyof QueryResolvers & string}`
  | `Mutation.${keyof MutationResolvers & string}`
  | RequiredFields;

/** The names of a module's resolvers. Distributes over a union of modules. */
type ResolversOf<Module> =
  | (Module extends { readonly queries: infer Queries } ? `Query.${keyof Queries & string}` : never)
  | (Module extends { readonly mutations: infer Mutations } ? `Mutation.${keyof Mutations & string}` : never)
  | (Module extends { readonly fields: infer Fields }
      ? { [Type in keyof Fields & string]: `${Type}.${keyof Fields[Type] & string}` }[keyof Fields & string]
      : never);

/**
 * The names of the resolvers that the contract requires and that none of the modules has, such as
 * `Mutation.openChangeset`: every operation, and every field whose value is not a property of its parent.
 */
export type MissingResolvers<Module> = Exclude<RequiredResolvers, ResolversOf<Module>>;
