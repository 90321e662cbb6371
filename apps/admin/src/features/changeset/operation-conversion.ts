import type { Operation } from '@chancery/changesets';
import { factTypeOfId } from '@chancery/codebook';
import type {
  OperationInput,
  OperationKind,
  WorkOperationFragment,
  WorkStandingFragment,
} from '../../generated/desk/graphql.ts';
import type { PublishedFact } from './draft.ts';

/** Converts an operation from the API's form to that of `@chancery/changesets`. */
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

/** Converts an operation to the API's input type. */
export function toOperationInput(operation: Operation): OperationInput {
  const { type: _type, kind, ...rest } = operation;
  return { ...rest, kind: kind.toUpperCase() as OperationKind } as OperationInput;
}

/** Converts a published fact from the API's form. */
export function toPublishedFact({ label, values, batch, batchLine, citations }: WorkStandingFragment): PublishedFact {
  return {
    label,
    values: values as PublishedFact['values'],
    ...(batch ? { batch: { id: batch, line: batchLine ?? 0 } } : {}),
    citations: citations as PublishedFact['citations'],
  };
}
