import { fieldsOf } from '@chancery/codebook';
import { bringsFact, setsFields } from '../operation.ts';
import type { Problem } from '../problem.ts';
import type { Rule } from '../rule.ts';

export const requiredFields: Rule = {
  code: 'required-fields',
  description: 'A fact has every field that its type requires, and so has a citation.',
  needs: () => undefined,
  *check(batch): Generator<Problem> {
    for (const operation of batch.operations) {
      const citing = operation.kind === 'cite';
      if (!citing && !bringsFact(operation) && !setsFields(operation)) continue;
      const values = citing ? operation.values : batch.after(operation.fact);
      if (!values) continue;
      for (const [name, field] of Object.entries(fieldsOf(citing ? 'Citation' : operation.type))) {
        // A fact is recorded unless an editor says otherwise.
        if (!field.required || name === 'evidenceStatus') continue;
        if (values[name] === undefined || values[name] === null) {
          yield {
            code: 'required-fields',
            severity: 'error',
            message: `${field.label} is missing${citing ? ' from a citation' : ''}: ${field.description}`,
            fact: operation.fact,
            field: name,
            operation: operation.id,
          };
        }
      }
    }
  },
};
