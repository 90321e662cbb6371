import { type FactTypeName, surelyAfter, type UncertainDate, wordsOf } from '@chancery/codebook';
import { dateOf } from '../date-of.ts';
import { linksIn } from '../links-in.ts';
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

/** Whom a new bond binds. */
function endsOf(operation: Operation): Iterable<[field: string, id: string, label: string]> {
  return bonds.has(operation.type) && bringsFact(operation) ? linksIn(operation.type, valuesSet(operation)) : [];
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
      for (const [, id, label] of endsOf(operation)) {
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
