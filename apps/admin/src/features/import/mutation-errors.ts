import type { DeskAnswer } from '../../endpoints/desk-answer.ts';

/** The answer to a mutation of an import. */
export type MutationAnswer = DeskAnswer<{
  readonly outcome: { readonly __typename: string; readonly message?: string; readonly messages?: readonly string[] };
}>;

/** Returns the messages of a failed mutation; an empty array when it succeeded. */
export function errorMessages(answer: MutationAnswer): readonly string[] {
  if (!answer.ok) return [answer.error.message];
  const { message, messages } = answer.data.outcome;
  return messages ?? (message === undefined ? [] : [message]);
}
