import type { GraphQLFieldResolver } from 'graphql';
import type { Viewer } from '../auth/viewer.ts';
import type { DeskContext } from '../doors/desk-context.ts';

/** The decision of a policy: true, or the reason for the refusal in a sentence. */
export type Verdict = true | { readonly refused: string };

/** Decides whether a signed-in user may run an operation with the given arguments. */
export type Policy = (
  viewer: Viewer,
  args: Readonly<Record<string, unknown>>,
  context: DeskContext,
) => Verdict | Promise<Verdict>;

/** A desk operation: its policy and its resolver. The server does not start if an operation has no policy. */
export interface DeskOperation {
  readonly policy: Policy;
  readonly resolve: GraphQLFieldResolver<unknown, DeskContext, never>;
}

/** A part of the desk's schema: its SDL, its operations, and resolvers for fields that are not simple properties. */
export interface DeskModule {
  readonly sdl: string;
  readonly queries?: Readonly<Record<string, DeskOperation>>;
  readonly mutations?: Readonly<Record<string, DeskOperation>>;
  readonly fields?: Readonly<Record<string, Readonly<Record<string, GraphQLFieldResolver<never, DeskContext, never>>>>>;
}
