import { isCertainlyAfter, typeOf, wordsOf } from '@chancery/codebook';
import { dateOf } from '../date-of.ts';
import { addsFact, setsFields } from '../operation.ts';
import type { Problem } from '../problem.ts';
import { fieldOf, type Rule } from '../rule.ts';

export const datesInOrder: Rule = {
  code: 'dates-in-order',
  description:
    'The dates of a fact are in chronological order. Uncertain dates are refused only if they are certainly out of order.',
  needs(operation, needs) {
    if (setsFields(operation)) needs.facts.add(operation.fact);
  },
  *check(batch): Generator<Problem> {
    for (const operation of batch.operations) {
      if (!addsFact(operation) && !setsFields(operation)) continue;
      const values = batch.valuesAfter(operation.fact);
      if (!values) continue;
      for (const chain of typeOf(operation.type).chronology) {
        const dated = chain.flatMap((name) => {
          const date = dateOf(values[name]);
          return date ? [{ name, date, label: fieldOf(operation.type, name)?.label ?? name }] : [];
        });
        for (const [index, later] of dated.entries()) {
          const earlier = dated.slice(0, index).find(({ date }) => isCertainlyAfter(date, later.date));
          if (earlier) {
            yield {
              code: 'dates-in-order',
              severity: 'error',
              message: `${later.label} (${wordsOf(later.date.edtf)}) is before ${earlier.label} (${wordsOf(earlier.date.edtf)}). Correct one of the two dates.`,
              fact: operation.fact,
              field: later.name,
              operation: operation.id,
            };
          }
        }
      }
    }
  },
};
