import type { Changeset, Refusal } from '@chancery/ledger';
import type { DeskModule, ResolverOutput } from '../module.ts';

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
type RefusalOutput<Name extends Refused> = Extract<ResolverOutput<'DiscardOutcome'>, { __typename: Name }>;

/** Converts a refusal of the ledger to one of the types that the unions of outcomes share. */
export function toRefusalOutput(
  refused: Exclude<Refusal, { outcome: 'stale' }>,
): RefusalOutput<Exclude<Refused, 'StaleChangeset'>>;
export function toRefusalOutput(refused: Refusal): RefusalOutput<Refused>;
export function toRefusalOutput(refused: Refusal): RefusalOutput<Refused> {
  switch (refused.outcome) {
    case 'missing':
      return {
        __typename: 'NoSuchChangeset',
        message: 'There is no changeset with this id. Open it from the list of changesets.',
      };
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
 * Returns the outcome for a review or judgement that requests changes without describing them. `message` asks for the
 * description.
 */
export function reasonMissing(
  changeset: Changeset,
  message: string,
): Extract<ResolverOutput<'ReviewOutcome'>, { __typename: 'ReasonMissing' }> {
  return { __typename: 'ReasonMissing', changeset, message };
}
