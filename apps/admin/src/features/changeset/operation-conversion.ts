import type { Operation } from '@chancery/changesets';
import { factTypeOfId } from '@chancery/codebook';
import type {
  OperationInput,
  OperationKind,
  WorkOperationFragment,
  WorkStandingFragment,
} from '../../generated/desk/graphql.ts';
import type { PublishedFact } from './draft.ts';

/**
 * Converts an operation of the API to one of `@chancery/changesets`. A restore operation has no citations, because the
 * API does not return them.
 */
export function toOperation(output: WorkOperationFragment): Operation {
  const { kind, values, ...rest } = output;
  const parts = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== null));
  return {
    ...parts,
    type: factTypeOfId(output.fact),
    kind: kind.toLowerCase(),
    ...(kind === 'RESTORE' ? { state: { values: values ?? {}, citations: [] } } : values ? { values } : {}),
    // The API validated the operation before storing it; the GraphQL types cannot express that.
  } as unknown as Operation;
}

/** Converts an operation of `@chancery/changesets` to an input of the API. */
export function toOperationInput(operation: Operation): OperationInput {
  const { type: _type, kind, ...rest } = operation;
  return { ...rest, kind: kind.toUpperCase() as OperationKind } as OperationInput;
}

/** Converts a fact of the register from the form in which the API returns it. */
export function toPublishedFact({ label, values, batch, batchLine, citations }: WorkStandingFragment): PublishedFact {
  return {
    label,
    values: values as PublishedFact['values'],
    ...(batch ? { batch: { id: batch, line: batchLine ?? 0 } } : {}),
    citations: citations as PublishedFact['citations'],
  };
}
