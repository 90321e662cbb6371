import { fieldsOf, type TypeName, type Values } from '@chancery/codebook';
import { addsFact, type Operation, setsFields } from '../operation.ts';
import type { Problem } from '../problem.ts';
import type { Batch, Rule } from '../rule.ts';

export const requiredFields: Rule = {
  code: 'required-fields',
  description: 'Every fact and every citation has all fields that its type requires.',
  needs: () => undefined,
  *check(batch): Generator<Problem> {
    for (const operation of batch.operations) {
      for (const [type, values] of writtenRows(operation, batch)) {
        for (const [name, field] of Object.entries(fieldsOf(type))) {
          // The evidence status has a default: a fact is RECORDED unless an editor sets another status.
          if (!field.required || name === 'evidenceStatus') continue;
          if (values[name] !== undefined && values[name] !== null) continue;
          yield {
            code: 'required-fields',
            severity: 'error',
            message: `${field.label} is missing${type === 'Citation' ? ' from a citation' : ''}. Enter a value: ${field.description}`,
            fact: operation.fact,
            field: name,
            operation: operation.id,
          };
        }
      }
    }
  },
};

/** Yields the type and all values after the merge of each fact and citation that an operation writes. */
function* writtenRows(operation: Operation, batch: Batch): Generator<[type: TypeName, values: Values]> {
  if (operation.kind === 'cite') yield ['Citation', operation.values];
  if (operation.kind === 'restore') for (const { values } of operation.state.citations) yield ['Citation', values];
  if (!addsFact(operation) && !setsFields(operation)) return;
  const values = batch.valuesAfter(operation.fact);
  if (values) yield [operation.type, values];
}
