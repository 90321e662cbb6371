import type { Changeset, Refusal } from '@chancery/ledger';
import type { DeskModule, Output } from '../module.ts';

/** Defines the types of refusals, which the outcomes of mutations share. */
export const refusals = {
  sdl: `
"""There is no such changeset."""
type NoSuchChangeset { message: String! }
"""The changeset has changed since the given version. Reload it and try again."""
type StaleChangeset { message: String! changeset: Changeset! }
"""The state of the changeset does not allow the operation."""
type ClosedChangeset { message: String! changeset: Changeset! }
"""The operations were refused because of the listed problems and conflicts."""
type Refused { problems: [Problem!]! conflicts: [Conflict!]! changeset: Changeset }
"""A verdict that requests changes must describe them."""
type ReasonMissing { message: String! changeset: Changeset! }`,
} satisfies DeskModule;

type Refused = 'NoSuchChangeset' | 'StaleChangeset' | 'ClosedChangeset';
type RefusalOutput<Name extends Refused> = Extract<Output<'DiscardOutcome'>, { __typename: Name }>;

/** Converts a refusal to one of the types of an outcome union. */
export function toRefusalOutput(
  refused: Exclude<Refusal, { outcome: 'stale' }>,
): RefusalOutput<Exclude<Refused, 'StaleChangeset'>>;
export function toRefusalOutput(refused: Refusal): RefusalOutput<Refused>;
export function toRefusalOutput(refused: Refusal): RefusalOutput<Refused> {
  switch (refused.outcome) {
    case 'missing':
      return { __typename: 'NoSuchChangeset', message: 'There is no such changeset.' };
    case 'stale':
      return {
        __typename: 'StaleChangeset',
        message: `The changeset has changed since you read it: it is now at version ${refused.changeset.version}. Reload it and try again.`,
        changeset: refused.changeset,
      };
    case 'closed':
      return { __typename: 'ClosedChangeset', message: refused.message, changeset: refused.changeset };
    default:
      return refused satisfies never;
  }
}

/**
 * Returns the outcome for a verdict that does not describe what has to be changed; `message` asks for the description.
 */
export function reasonMissing(
  changeset: Changeset,
  message: string,
): Extract<Output<'ReviewOutcome'>, { __typename: 'ReasonMissing' }> {
  return { __typename: 'ReasonMissing', changeset, message };
}
