import { addsFact, type Operation, setsFields, writtenValues } from '../operation.ts';
import { parseCitation, parseValues, type ReportProblem } from '../parse-operation.ts';
import type { Problem } from '../problem.ts';
import type { Rule } from '../rule.ts';

/**
 * Parses again all values that an operation writes, and reports their problems. The codebook may have changed since the
 * operation was drafted.
 */
function parseWrittenValues(operation: Operation, report: ReportProblem): void {
  const { type } = operation;
  if (operation.kind === 'cite') parseCitation(type, operation.values, report);
  if (addsFact(operation) || setsFields(operation)) parseValues(type, writtenValues(operation), report);
  if (operation.kind === 'restore')
    for (const { values } of operation.state.citations) parseCitation(type, values, report);
}

export const knownValues: Rule = {
  code: 'known-values',
  description:
    'Every field is defined in the codebook, and every value is valid for its field: for example, a value of its list, a number within its limits or a valid date.',
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
