import type { Operation } from '@chancery/changesets';
import { factTypeOfId } from '@chancery/codebook';
import type {
  OperationInput,
  OperationKind,
  WorkOperationFragment,
  WorkStandingFragment,
} from '../../generated/desk/graphql.ts';
import type { Standing } from './draft.ts';

/** An operation as the API shows it, in the form in which the rules of changesets read it. */
export function readOperation(shown: WorkOperationFragment): Operation {
  const { kind, values, ...rest } = shown;
  const parts = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== null));
  return {
    ...parts,
    type: factTypeOfId(shown.fact),
    kind: kind.toLowerCase(),
    ...(kind === 'RESTORE' ? { state: { values: values ?? {}, citations: [] } } : values ? { values } : {}),
    // The API has read it before it was stored, which types across the wire cannot say.
  } as unknown as Operation;
}

/** An operation as the API takes it. */
export function writeOperation(operation: Operation): OperationInput {
  const { type: _type, kind, ...rest } = operation;
  return { ...rest, kind: kind.toUpperCase() as OperationKind } as OperationInput;
}

/** A fact as the API shows it standing. */
export function readStanding({ label, values, batch, batchLine, citations }: WorkStandingFragment): Standing {
  return {
    label,
    values: values as Standing['values'],
    ...(batch ? { batch: { id: batch, line: batchLine ?? 0 } } : {}),
    citations: citations as Standing['citations'],
  };
}
