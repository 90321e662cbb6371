import { addsFact, type Operation, setsFields, valuesSet } from '../operation.ts';
import { type Note, parseCitation, parseValues } from '../parse-operation.ts';
import type { Problem } from '../problem.ts';
import type { Rule } from '../rule.ts';

/** Parses everything that an operation writes again, under the current codebook. */
function parseWrittenValues(operation: Operation, note: Note): void {
  const { type } = operation;
  if (operation.kind === 'cite') parseCitation(type, operation.values, note);
  if (addsFact(operation) || setsFields(operation)) parseValues(type, valuesSet(operation), note);
  if (operation.kind === 'restore')
    for (const { values } of operation.state.citations) parseCitation(type, values, note);
}

export const knownValues: Rule = {
  code: 'known-values',
  description:
    'Every field is defined in the codebook, and every value is valid for its field: a value of the list, a number within its limits, a valid date.',
  needs: () => undefined,
  *check(batch): Generator<Problem> {
    const problems: Problem[] = [];
    for (const operation of batch.operations) {
      parseWrittenValues(operation, (field, message) =>
        problems.push({
          code: 'known-values',
          severity: 'error',
          message,
          fact: operation.fact,
          operation: operation.id,
          ...(field ? { field } : {}),
        }),
      );
    }
    yield* problems;
  },
};
