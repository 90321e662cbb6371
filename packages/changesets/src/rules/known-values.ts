import type { Values } from '@chancery/codebook';
import { type Operation, setsFields, valuesSet } from '../operation.ts';
import { parseValues } from '../parse-operation.ts';
import type { Problem } from '../problem.ts';
import type { Rule } from '../rule.ts';

/** The values that an operation would write, with the type whose fields they are. */
function* written(operation: Operation): Generator<[type: Operation['type'] | 'Citation', values: Values]> {
  if (operation.kind === 'cite') yield ['Citation', operation.values];
  else if (
    operation.kind === 'restore' ||
    operation.kind === 'create' ||
    operation.kind === 'dispute' ||
    setsFields(operation)
  )
    yield [operation.type, valuesSet(operation)];
}

export const knownValues: Rule = {
  code: 'known-values',
  description:
    'Every field is one of the codebook, and every value fits its field: lists are closed, numbers within limits, dates dates.',
  needs: () => undefined,
  *check(batch): Generator<Problem> {
    const found: Problem[] = [];
    for (const operation of batch.operations) {
      for (const [type, values] of written(operation)) {
        parseValues(type, values, (field, message) =>
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
    }
    yield* found;
  },
};
