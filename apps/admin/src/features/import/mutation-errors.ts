import type { DeskAnswer } from '../../endpoints/desk-answer.ts';

/** The answer to a mutation of an import. A failed mutation has a `message` or `messages` in its outcome. */
export type MutationAnswer = DeskAnswer<{
  readonly outcome: { readonly __typename: string; readonly message?: string; readonly messages?: readonly string[] };
}>;

/** Returns the error messages of a mutation; an empty array if it succeeded. */
export function errorMessages(answer: MutationAnswer): readonly string[] {
  if (!answer.ok) return [answer.error.message];
  const { message, messages } = answer.data.outcome;
  return messages ?? (message === undefined ? [] : [message]);
}
