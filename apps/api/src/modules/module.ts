import type { GraphQLFieldResolver } from 'graphql';
import type { Viewer } from '../auth/viewer.ts';
import type { DeskContext } from '../doors/desk-context.ts';

/** Whether somebody may do something; if not, why not, in a sentence. */
export type Verdict = true | { readonly refused: string };

/** Decides whether a signed-in person may run an operation with its arguments. */
export type Policy = (
  viewer: Viewer,
  args: Readonly<Record<string, unknown>>,
  context: DeskContext,
) => Verdict | Promise<Verdict>;

/** An operation of the desk: who may run it, and what it does. The server does not start while one lacks its policy. */
export interface DeskOperation {
  readonly policy: Policy;
  readonly resolve: GraphQLFieldResolver<unknown, DeskContext, never>;
}

/** A part of the desk's schema: its SDL, its operations, and the fields of its types that need more than a property. */
export interface DeskModule {
  readonly sdl: string;
  readonly queries?: Readonly<Record<string, DeskOperation>>;
  readonly mutations?: Readonly<Record<string, DeskOperation>>;
  readonly fields?: Readonly<Record<string, Readonly<Record<string, GraphQLFieldResolver<never, DeskContext, never>>>>>;
}
