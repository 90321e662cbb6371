import { type FieldValue, isSameValue, type Values } from '@chancery/codebook';
import type { AdoptOperation } from '../operation.ts';
import type { RivalClaim } from '../outline.ts';
import type { Problem } from '../problem.ts';
import type { Batch, Rule } from '../rule.ts';

export const rivalKept: Rule = {
  code: 'rival-kept',
  description:
    'An adopted claim must state the value that the field gets, and a claim about the field must keep the value that is replaced.',
  needs(operation, needs) {
    if (operation.kind !== 'adopt') return;
    needs.facts.add(operation.fact);
    needs.rivals.add(operation.fact);
    for (const { claim } of Object.values(operation.adopted)) needs.facts.add(claim);
  },
  *check(batch): Generator<Problem> {
    for (const operation of batch.operations) {
      if (operation.kind !== 'adopt') continue;
      for (const field of Object.keys(operation.adopted)) {
        const message = whyNotAdoptable(operation, field, batch);
        if (message)
          yield {
            code: 'rival-kept',
            severity: 'error',
            message,
            fact: operation.fact,
            field,
            operation: operation.id,
          };
      }
    }
  },
};

function whyNotAdoptable(operation: AdoptOperation, field: string, batch: Batch): string | undefined {
  const claims = rivalsOf(operation.fact, batch);
  const adopted = claims.find(({ id }) => id === operation.adopted[field]?.claim);
  if (!adopted || !claimStates(adopted.values, field, operation.set[field] ?? null)) {
    return 'The adopted claim does not state the new value of this field. Adopt a claim that does, or set the value with an update.';
  }
  const replaced = operation.base[field] ?? null;
  if (replaced === null || claims.some(({ values }) => claimStates(values, field, replaced))) return undefined;
  return 'The replaced value would be lost, because no claim states it. Record it as a claim about this field in the same changeset.';
}

// Returns the claims about a fact after the merge: a claim that the changeset retires or changes no longer keeps a
// value.
function rivalsOf(fact: string, { context, outline }: Batch): RivalClaim[] {
  const stored = (context.rivals.get(fact) ?? [])
    .filter(({ id }) => !outline.retired.has(id))
    .map(({ id, values }) => ({ id, values: { ...values, ...outline.changedClaims.get(id) } }));
  return [...stored.filter(({ values }) => values.subject === fact), ...(outline.rivals.get(fact) ?? [])];
}

/**
 * Returns true when a claim is about `field` and states exactly this value for it. The claim's value is parsed as JSON;
 * if it is not JSON, it counts as plain text. A claim without a value states none.
 */
export function claimStates(claim: Values, field: string, value: FieldValue): boolean {
  return claim.field === field && typeof claim.value === 'string' && isSameValue(parseClaimValue(claim.value), value);
}

function parseClaimValue(json: string): FieldValue {
  try {
    return JSON.parse(json) as FieldValue;
  } catch {
    // A value that is not JSON is plain text written by an editor.
    return json;
  }
}
