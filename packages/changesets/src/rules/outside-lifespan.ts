import { type FactTypeName, surelyAfter, type UncertainDate, wordsOf } from '@chancery/codebook';
import { dateOf } from '../date-of.ts';
import { linksIn } from '../links-in.ts';
import { addsFact, type Operation, valuesSet } from '../operation.ts';
import { hasLifespan } from '../outline.ts';
import type { Problem } from '../problem.ts';
import type { Batch, Rule } from '../rule.ts';

/** Link types that hold only while the states and organizations at their ends exist. */
const boundToLifespan: ReadonlySet<FactTypeName> = new Set([
  'Membership',
  'Obligation',
  'OfficeHolding',
  'MeasureParty',
  'PlaceClaim',
]);

/** Returns the ends of a new link of such a type, with field and label. */
function endsOf(operation: Operation): Iterable<[field: string, id: string, label: string]> {
  return boundToLifespan.has(operation.type) && addsFact(operation)
    ? linksIn(operation.type, valuesSet(operation))
    : [];
}

export const outsideLifespan: Rule = {
  code: 'outside-lifespan',
  description:
    'The period of a new link, such as a membership, overlaps with the lifespans of the states and organizations that it links.',
  needs(operation, needs) {
    for (const [, id] of endsOf(operation)) needs.facts.add(id);
  },
  *check(batch): Generator<Problem> {
    for (const operation of batch.operations) {
      for (const [, id, label] of endsOf(operation)) {
        const period = dateOf(valuesSet(operation).validity);
        const lifespan = period && lifespanOf(batch, id);
        if (!lifespan || !(surelyAfter(period, lifespan) || surelyAfter(lifespan, period))) continue;
        yield {
          code: 'outside-lifespan',
          severity: 'warning',
          message: `The period (${wordsOf(period.edtf)}) is entirely outside the lifespan of its ${label.toLowerCase()} (${wordsOf(lifespan.edtf)}). Check both dates.`,
          fact: operation.fact,
          field: 'validity',
          operation: operation.id,
        };
      }
    }
  },
};

/** Returns the lifespan of a state or organization after the merge of the whole changeset. */
function lifespanOf({ outline, context }: Batch, id: string): UncertainDate | undefined {
  if (outline.lifespans.has(id)) return dateOf(outline.lifespans.get(id));
  const stored = context.facts.get(id);
  return stored && hasLifespan(stored.type) ? dateOf(stored.values.validity) : undefined;
}
