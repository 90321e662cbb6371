import { type FactTypeName, linkFields, surelyAfter, type UncertainDate, wordsOf } from '@chancery/codebook';
import { dateOf } from '../date-of.ts';
import { bringsFact, type Operation, valuesSet } from '../operation.ts';
import { hasLifespan } from '../outline.ts';
import type { Problem } from '../problem.ts';
import type { Batch, Rule } from '../rule.ts';

/** Types whose period is that of a bond: it cannot outlive those whom it binds. */
const bonds: ReadonlySet<FactTypeName> = new Set([
  'Membership',
  'Obligation',
  'OfficeHolding',
  'MeasureParty',
  'PlaceClaim',
]);

/** Whom a new bond binds: the label of each link field, and the id that it holds. */
function* endsOf(operation: Operation): Generator<[label: string, id: string]> {
  if (!bonds.has(operation.type) || !bringsFact(operation)) return;
  const values = valuesSet(operation);
  for (const [name, { label }] of linkFields(operation.type)) {
    const id = values[name];
    if (typeof id === 'string') yield [label, id];
  }
}

export const outsideLifespan: Rule = {
  code: 'outside-lifespan',
  description:
    'A new bond, such as a membership, falls at least in part into the time in which the states and organizations that it binds were there.',
  needs(operation, needs) {
    for (const [, id] of endsOf(operation)) needs.facts.add(id);
  },
  *check(batch): Generator<Problem> {
    for (const operation of batch.operations) {
      for (const [label, id] of endsOf(operation)) {
        const period = dateOf(valuesSet(operation).validity);
        const lifespan = period && lifespanOf(batch, id);
        if (!lifespan || !(surelyAfter(period, lifespan) || surelyAfter(lifespan, period))) continue;
        yield {
          code: 'outside-lifespan',
          severity: 'warning',
          message: `The period (${wordsOf(period.edtf)}) lies wholly outside the lifespan of its ${label.toLowerCase()} (${wordsOf(lifespan.edtf)}).`,
          fact: operation.fact,
          field: 'validity',
          operation: operation.id,
        };
      }
    }
  },
};

/** When a state or organization was there, once the whole changeset is merged. */
function lifespanOf({ outline, known }: Batch, id: string): UncertainDate | undefined {
  if (outline.lifespans.has(id)) return dateOf(outline.lifespans.get(id));
  const standing = known.facts.get(id);
  return standing && hasLifespan(standing.type) ? dateOf(standing.values.validity) : undefined;
}
