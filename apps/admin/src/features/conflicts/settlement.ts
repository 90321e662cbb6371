import { type Conflict, type Resolution, resolve } from '@chancery/changesets';
import type { FieldValue } from '@chancery/codebook';
import { newDeskId } from '@chancery/codebook';
import type { ConflictPartsFragment, OperationInput } from '../../generated/desk/graphql.ts';

/** How each conflict is to be settled, by its key. What is missing is not settled yet. */
export type Choices = Readonly<Record<string, Resolution>>;

/** A conflict as a key. */
export function keyOf({ fact, field }: { readonly fact: string; readonly field: string }): string {
  return `${fact} ${field}`;
}

/** The operations that settle all conflicts: for each an update that is based on what stands now. */
export function settlement(conflicts: readonly ConflictPartsFragment[], choices: Choices): OperationInput[] {
  return conflicts.flatMap((conflict) => {
    const choice = choices[keyOf(conflict)];
    return choice
      ? [
          {
            id: newDeskId('operation'),
            kind: 'UPDATE' as const,
            fact: conflict.fact,
            ...resolve(asConflict(conflict), choice),
          },
        ]
      : [];
  });
}

/** The place of the next conflict that is not settled, after one and then from the first; `undefined` if all are. */
export function nextOpen(
  conflicts: readonly ConflictPartsFragment[],
  choices: Choices,
  after: number,
): number | undefined {
  const isOpen = (at: number) => {
    const conflict = conflicts[at];
    return conflict !== undefined && !choices[keyOf(conflict)];
  };
  const places = conflicts.map((_, at) => (after + 1 + at) % conflicts.length);
  return places.find(isOpen);
}

function asConflict(conflict: ConflictPartsFragment): Conflict {
  const value = (given: unknown) => (given ?? null) as FieldValue;
  return { ...conflict, base: value(conflict.base), theirs: value(conflict.theirs), yours: value(conflict.yours) };
}
