import { type Conflict, type ConflictResolution, resolveConflict } from '@chancery/changesets';
import type { FieldValue } from '@chancery/codebook';
import { newDeskId } from '@chancery/codebook';
import type { ConflictPartsFragment, OperationInput } from '../../generated/desk/graphql.ts';

/** The resolutions that the author has chosen, by `conflictKey`. Conflicts that are not resolved yet are absent. */
export type Choices = Readonly<Record<string, ConflictResolution>>;

/** Returns the key of a conflict in `Choices`: its fact and its field. */
export function conflictKey({ fact, field }: { readonly fact: string; readonly field: string }): string {
  return `${fact} ${field}`;
}

/** Returns one update per resolved conflict, with the value in the register now as its base. */
export function resolutionOperations(conflicts: readonly ConflictPartsFragment[], choices: Choices): OperationInput[] {
  return conflicts.flatMap((conflict) => {
    const choice = choices[conflictKey(conflict)];
    return choice
      ? [
          {
            id: newDeskId('operation'),
            kind: 'UPDATE' as const,
            fact: conflict.fact,
            ...resolveConflict(asConflict(conflict), choice),
          },
        ]
      : [];
  });
}

/**
 * Returns the index of the next unresolved conflict after `after`, wrapping around to the first; `undefined` when all
 * are resolved.
 */
export function nextUnresolved(
  conflicts: readonly ConflictPartsFragment[],
  choices: Choices,
  after: number,
): number | undefined {
  const isUnresolved = (at: number) => {
    const conflict = conflicts[at];
    return conflict !== undefined && !choices[conflictKey(conflict)];
  };
  const indexes = conflicts.map((_, at) => (after + 1 + at) % conflicts.length);
  return indexes.find(isUnresolved);
}

function asConflict(conflict: ConflictPartsFragment): Conflict {
  const valueOrNull = (value: unknown) => (value ?? null) as FieldValue;
  return {
    ...conflict,
    base: valueOrNull(conflict.base),
    theirs: valueOrNull(conflict.theirs),
    yours: valueOrNull(conflict.yours),
  };
}
