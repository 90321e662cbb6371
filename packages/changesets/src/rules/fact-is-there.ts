import { bringsFact } from '../operation.ts';
import type { Problem } from '../problem.ts';
import type { Rule } from '../rule.ts';

export const factIsThere: Rule = {
  code: 'fact-is-there',
  description:
    'What is changed, retired or cited is in the register or comes with the changeset; a new id is new, and an id that was retired is only ever restored.',
  needs(operation, needs) {
    needs.facts.add(operation.fact);
    needs.tombstones.add(operation.fact);
  },
  *check(batch): Generator<Problem> {
    for (const operation of batch.operations) {
      const there = batch.known.facts.has(operation.fact);
      const gone = batch.known.tombstones.has(operation.fact);
      const message = bringsFact(operation)
        ? whyNotNew(operation.kind, there, gone)
        : whyNotThere(operation.kind, there || batch.outline.brought.has(operation.fact), gone);
      if (message)
        yield { code: 'fact-is-there', severity: 'error', message, fact: operation.fact, operation: operation.id };
    }
  },
};

function whyNotNew(kind: string, there: boolean, gone: boolean): string | undefined {
  if (there)
    return kind === 'restore'
      ? 'This fact is in the register already: there is nothing to restore.'
      : 'A fact with this id is in the register already; a new fact needs a new id.';
  if (kind === 'restore') return gone ? undefined : 'This fact was never retired, so it cannot be restored.';
  return gone ? 'A fact with this id was retired. Restore it instead of recording it anew.' : undefined;
}

function whyNotThere(kind: string, there: boolean, gone: boolean): string | undefined {
  if (there) return undefined;
  const what =
    kind === 'retire'
      ? 'retire'
      : kind === 'cite'
        ? 'cite a source for'
        : kind === 'uncite'
          ? 'take a citation from'
          : 'change';
  return gone
    ? `There is nothing to ${what}: the fact has been retired since. Discard this operation, or restore the fact first.`
    : `There is nothing to ${what}: the register has no such fact.`;
}
