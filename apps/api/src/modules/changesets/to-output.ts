import type { Conflict, Operation, Problem } from '@chancery/changesets';
import { upperSnake } from '@chancery/codebook';
import type { Changeset, Refusal } from '@chancery/ledger';

/** A problem as the API shows it. */
export function problem({ severity, ...rest }: Problem): Record<string, unknown> {
  return { ...rest, severity: severity.toUpperCase() };
}

/** A conflict as the API shows it: its values are what operations write. */
export function conflict(found: Conflict): Record<string, unknown> {
  return { ...found };
}

/** A net operation as the API shows it. */
export function operation(given: Operation): Record<string, unknown> {
  const { kind, ...rest } = given;
  const values = kind === 'restore' ? given.state.values : 'values' in given ? given.values : undefined;
  const batch = kind === 'create' && given.batch ? { batch: given.batch.id, batchLine: given.batch.line } : {};
  return { ...rest, kind: kind.toUpperCase(), type: upperSnake(given.type), ...(values ? { values } : {}), ...batch };
}

/** A refusal as one of the types of an outcome. */
export function refusal(refused: Refusal): { __typename: string; message: string; changeset?: Changeset } {
  switch (refused.outcome) {
    case 'missing':
      return { __typename: 'NoSuchChangeset', message: 'There is no such changeset.' };
    case 'stale':
      return {
        __typename: 'StaleChangeset',
        message: `The changeset has moved on to version ${refused.changeset.version}. Look at it again.`,
        changeset: refused.changeset,
      };
    case 'closed':
      return { __typename: 'ClosedChangeset', message: refused.message, changeset: refused.changeset };
    default:
      return refused satisfies never;
  }
}

/** What the desk wrote, as the operation that the ledger reads. */
export function fromOperationInput(input: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const { kind, batch, batchLine, ...rest } = input;
  const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== null && value !== undefined));
  return {
    ...given,
    kind: String(kind).toLowerCase(),
    ...(typeof batch === 'string' ? { batch: { id: batch, line: batchLine ?? 0 } } : {}),
  };
}
