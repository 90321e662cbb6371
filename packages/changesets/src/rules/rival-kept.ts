import { type FieldValue, sameValue, type Values } from '@chancery/codebook';
import type { AdoptOperation } from '../operation.ts';
import type { Rival } from '../outline.ts';
import type { Problem } from '../problem.ts';
import type { Batch, Rule } from '../rule.ts';

export const rivalKept: Rule = {
  code: 'rival-kept',
  description:
    'A claim is adopted for the field and with the value that it states, and the value that it displaces stays on record as a claim.',
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
        const message = whyNot(operation, field, batch);
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

function whyNot(operation: AdoptOperation, field: string, batch: Batch): string | undefined {
  const claims = rivalsOf(operation.fact, batch);
  const adopted = claims.find(({ id }) => id === operation.adopted[field]?.claim);
  if (!adopted || !states(adopted.values, field, operation.set[field] ?? null)) {
    return 'The claim that is adopted does not state this value for this field.';
  }
  const displaced = operation.base[field] ?? null;
  if (displaced === null || claims.some(({ values }) => states(values, field, displaced))) return undefined;
  return 'The value that is displaced would be lost. Record it as a claim about this field in the same changeset.';
}

// The claims about a fact as they will stand: one that the changeset retires or rewords no longer keeps the value.
function rivalsOf(fact: string, { known, outline }: Batch): Rival[] {
  const standing = (known.rivals.get(fact) ?? [])
    .filter(({ id }) => !outline.retired.has(id))
    .map(({ id, values }) => ({ id, values: { ...values, ...outline.claimsChanged.get(id) } }));
  return [...standing.filter(({ values }) => values.subject === fact), ...(outline.rivals.get(fact) ?? [])];
}

/** Whether a claim states a value for a field; a claim's value is JSON in the form that operations use. */
export function states(claim: Values, field: string, value: FieldValue): boolean {
  return claim.field === field && typeof claim.value === 'string' && sameValue(readValue(claim.value), value);
}

function readValue(json: string): FieldValue {
  try {
    return JSON.parse(json) as FieldValue;
  } catch {
    // A value that is no JSON is the bare text of an editor.
    return json;
  }
}
