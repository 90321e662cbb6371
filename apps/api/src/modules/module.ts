import type { GraphQLScalarType } from 'graphql';
import type { AuditRule, Settled } from '../audit/audit-rule.ts';
import type { Viewer } from '../auth/viewer.ts';
import type { SignedInContext } from '../endpoints/desk-context.ts';
import type { MutationResolvers, QueryResolvers, Resolvers, ResolversTypes } from '../generated/desk-types.ts';

/** The decision of a policy: true, or the reason for the refusal in a sentence. */
export type PolicyDecision = true | { readonly refused: string };

/** Decides whether a signed-in user may run an operation. `Args` has the arguments that the policy reads. */
export type Policy<Args = unknown> = (
  viewer: Viewer,
  args: Args,
  context: SignedInContext,
) => PolicyDecision | Promise<PolicyDecision>;

type ArgumentsOf<Resolve> = Resolve extends (parent: infer _Parent, args: infer Args, ...rest: infer _Rest) => unknown
  ? Args
  : never;

/** A desk operation: its policy and its resolver. The server does not start if an operation has no policy. */
export interface DeskOperation<Resolve> {
  readonly policy: Policy<ArgumentsOf<Resolve>>;
  readonly resolve: Resolve;
}

type OutputOf<Resolve> = Resolve extends (...args: never[]) => infer Output ? Awaited<Output> : never;

/** A desk operation that changes something. The server does not start if it has no audit rule. */
export interface DeskMutation<Resolve> extends DeskOperation<Resolve> {
  readonly audit: AuditRule<ArgumentsOf<Resolve>, Settled<OutputOf<Resolve>>>;
  /**
   * Does what must not happen unless the change is committed, such as sending mail. Receives the output and returns the one
   * that the client gets.
   */
  readonly afterCommit?: (
    output: Settled<OutputOf<Resolve>>,
    context: SignedInContext,
  ) => Promise<Settled<OutputOf<Resolve>>>;
}

/** The type of the audit rule of a mutation. */
export type AuditRuleOf<Name extends keyof MutationResolvers> = DeskMutation<
  NonNullable<MutationResolvers[Name]>
>['audit'];

type Mutations<Fields> = { readonly [Name in keyof Fields]?: DeskMutation<NonNullable<Fields[Name]>> };

type Operations<Fields> = { readonly [Name in keyof Fields]?: DeskOperation<NonNullable<Fields[Name]>> };

/** The resolvers of object types other than `Query` and `Mutation`, by type and field. */
type FieldResolvers = {
  readonly [Type in Exclude<keyof Resolvers, 'Query' | 'Mutation'> as NonNullable<
    Resolvers[Type]
  > extends GraphQLScalarType
    ? never
    : Type]?: Omit<NonNullable<Resolvers[Type]>, '__isTypeOf' | '__resolveType'>;
};

/**
 * A part of the desk's schema: its SDL, its operations, and resolvers for fields that are not simple properties. The
 * types of the resolvers are generated from the contract, `desk.graphql`.
 */
export interface DeskModule {
  readonly sdl: string;
  readonly queries?: Operations<QueryResolvers>;
  readonly mutations?: Mutations<MutationResolvers>;
  readonly fields?: FieldResolvers;
}

/** The type of the value that a resolver returns for a GraphQL type of the contract. */
export type ResolverOutput<Name extends keyof ResolversTypes> = Awaited<ResolversTypes[Name]>;
