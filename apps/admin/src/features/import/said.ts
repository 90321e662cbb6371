import type { DeskAnswer } from '../../doors/desk-answer.ts';

/** What a mutation of imports comes to: done, or refused with what to do about it. */
export type Said = DeskAnswer<{
  readonly outcome: { readonly __typename: string; readonly message?: string; readonly messages?: readonly string[] };
}>;

/** Why it was not done; nothing where it was. */
export function refusalsIn(said: Said): readonly string[] {
  if (!said.ok) return [said.error.message];
  const { message, messages } = said.data.outcome;
  return messages ?? (message === undefined ? [] : [message]);
}
