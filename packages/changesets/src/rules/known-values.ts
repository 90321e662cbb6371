import { bringsFact, type Operation, setsFields, valuesSet } from '../operation.ts';
import { type Note, parseCitation, parseValues } from '../parse-operation.ts';
import type { Problem } from '../problem.ts';
import type { Rule } from '../rule.ts';

/** Reads again all that an operation would write. */
function read(operation: Operation, note: Note): void {
  const { type } = operation;
  if (operation.kind === 'cite') parseCitation(type, operation.values, note);
  if (bringsFact(operation) || setsFields(operation)) parseValues(type, valuesSet(operation), note);
  if (operation.kind === 'restore')
    for (const { values } of operation.state.citations) parseCitation(type, values, note);
}

export const knownValues: Rule = {
  code: 'known-values',
  description:
    'Every field is one of the codebook, and every value fits its field: lists are closed, numbers within limits, dates dates.',
  needs: () => undefined,
  *check(batch): Generator<Problem> {
    const found: Problem[] = [];
    for (const operation of batch.operations) {
      read(operation, (field, message) =>
        found.push({
          code: 'known-values',
          severity: 'error',
          message,
          fact: operation.fact,
          operation: operation.id,
          ...(field ? { field } : {}),
        }),
      );
    }
    yield* found;
  },
};
