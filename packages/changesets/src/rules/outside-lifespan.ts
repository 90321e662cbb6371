import { isCertainlyAfter, typeOf, type UncertainDate, wordsOf } from '@chancery/codebook';
import { dateOf } from '../date-of.ts';
import { linksIn } from '../links-in.ts';
import { addsFact, type Operation, writtenValues } from '../operation.ts';
import { lifespanIn } from '../outline.ts';
import type { Problem } from '../problem.ts';
import type { Batch, Rule } from '../rule.ts';

/**
 * Returns the name of the spell field of a link that an operation adds, and the field name, id and field label of each
 * fact that it links. `undefined` for other operations, and for types whose spells need not overlap lifespans.
 */
function boundLink(
  operation: Operation,
): { spell: string; ends: Iterable<[field: string, id: string, label: string]> } | undefined {
  const { withinLifespans: spell } = typeOf(operation.type);
  if (spell === undefined || !addsFact(operation)) return undefined;
  return { spell, ends: linksIn(operation.type, writtenValues(operation)) };
}

export const outsideLifespan: Rule = {
  code: 'outside-lifespan',
  description:
    'The period of a new link, such as a membership, overlaps with the lifespans of the states and organizations that it links.',
  needs(operation, needs) {
    for (const [, id] of boundLink(operation)?.ends ?? []) needs.facts.add(id);
  },
  *check(batch): Generator<Problem> {
    for (const operation of batch.operations) {
      const link = boundLink(operation);
      if (!link) continue;
      const period = dateOf(writtenValues(operation)[link.spell]);
      for (const [, id, label] of link.ends) {
        const lifespan = period && lifespanOf(batch, id);
        if (!lifespan || !(isCertainlyAfter(period, lifespan) || isCertainlyAfter(lifespan, period))) continue;
        yield {
          code: 'outside-lifespan',
          severity: 'warning',
          message: `The period (${wordsOf(period.edtf)}) is entirely outside the lifespan of the ${label.toLowerCase()} (${wordsOf(lifespan.edtf)}). Check both dates.`,
          fact: operation.fact,
          field: link.spell,
          operation: operation.id,
        };
      }
    }
  },
};

/** Returns the lifespan of a fact after the merge of the whole changeset; `undefined` if no date is known. */
function lifespanOf({ outline, context }: Batch, id: string): UncertainDate | undefined {
  if (outline.lifespans.has(id)) return dateOf(outline.lifespans.get(id));
  const stored = context.facts.get(id);
  return stored && dateOf(lifespanIn(stored.type, stored.values));
}
