import type { Conflict, Operation, Problem } from '@chancery/changesets';
import { upperSnake } from '@chancery/codebook';
import type { Changeset, Refusal } from '@chancery/ledger';

/** Converts a problem to its API form. */
export function toProblemOutput({ severity, ...rest }: Problem): Record<string, unknown> {
  return { ...rest, severity: severity.toUpperCase() };
}

/** Converts a conflict to its API form. Its values have the form of operation values. */
export function toConflictOutput(conflict: Conflict): Record<string, unknown> {
  return { ...conflict };
}

/** Converts a net operation to its API form. */
export function toOperationOutput(operation: Operation): Record<string, unknown> {
  const { kind, ...rest } = operation;
  const values = kind === 'restore' ? operation.state.values : 'values' in operation ? operation.values : undefined;
  const batch =
    kind === 'create' && operation.batch ? { batch: operation.batch.id, batchLine: operation.batch.line } : {};
  return {
    ...rest,
    kind: kind.toUpperCase(),
    type: upperSnake(operation.type),
    ...(values ? { values } : {}),
    ...batch,
  };
}

/** Converts a refusal to one of the types of an outcome union. */
export function toRefusalOutput(refused: Refusal): { __typename: string; message: string; changeset?: Changeset } {
  switch (refused.outcome) {
    case 'missing':
      return { __typename: 'NoSuchChangeset', message: 'There is no such changeset.' };
    case 'stale':
      return {
        __typename: 'StaleChangeset',
        message: `The changeset has changed since: it is now at version ${refused.changeset.version}. Reload it and try again.`,
        changeset: refused.changeset,
      };
    case 'closed':
      return { __typename: 'ClosedChangeset', message: refused.message, changeset: refused.changeset };
    default:
      return refused satisfies never;
  }
}

/** Converts an OperationInput to the form that the ledger parses. */
export function fromOperationInput(input: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const { kind, batch, batchLine, ...rest } = input;
  const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== null && value !== undefined));
  return {
    ...given,
    kind: String(kind).toLowerCase(),
    ...(typeof batch === 'string' ? { batch: { id: batch, line: batchLine ?? 0 } } : {}),
  };
}
