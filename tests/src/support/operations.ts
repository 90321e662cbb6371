import type {
  AdoptOperation,
  CiteOperation,
  CreateOperation,
  Operation,
  RetireOperation,
  UpdateOperation,
} from '@chancery/changesets';
import { type FactTypeName, factTypeOfId, newDeskId, newId, type Values } from '@chancery/codebook';

const newOperation = (fact: string) => {
  const type = factTypeOfId(fact);
  if (!type) throw new Error(`${fact} is not the id of a fact`);
  return { id: newDeskId('operation'), type, fact };
};

/**
 * Returns an operation that creates a fact. The fact needs citations in the same changeset unless `waivers` or `batch`
 * is given.
 */
export function create(
  type: FactTypeName,
  values: Values,
  options: { fact?: string; waivers?: CreateOperation['waivers']; batch?: CreateOperation['batch'] } = {},
): CreateOperation {
  const { fact = newId(type), ...rest } = options;
  return { ...newOperation(fact), kind: 'create', values, ...rest };
}

/** Returns an operation that creates a fact with a waiver for all fields. */
export function createWaived(type: FactTypeName, values: Values, fact?: string): CreateOperation {
  return create(type, values, { waivers: { '*': 'made up for a test' }, ...(fact ? { fact } : {}) });
}

/** Returns an operation that creates a source, by default a newspaper article of reliability B. */
export function createSource(values: Values = {}): CreateOperation {
  return create('Source', {
    name: 'Gazette 2019',
    sourceType: 'ARTICLE_NEWSPAPER',
    reliability: 'B',
    independenceGroup: 'gazette',
    ...values,
  });
}

/** Returns an operation that cites a source for a fact, by default in support of the whole fact. */
export function cite(fact: string, source: string, values: Values = {}): CiteOperation {
  return {
    ...newOperation(fact),
    kind: 'cite',
    citation: newId('Citation'),
    values: { fact, source, stance: 'SUPPORTS', modality: 'ASSERTED', credibility: 2, ...values },
  };
}

/** Returns an operation that removes the citation that the given operation adds. */
export function uncite({ fact, type, citation, values }: CiteOperation): Operation {
  return { id: newDeskId('operation'), kind: 'uncite', type, fact, citation, values };
}

/** Returns an operation that updates fields of a fact from base values to new values, with a waiver for all of them. */
export function update(fact: string, base: Values, set: Values): UpdateOperation {
  return { ...newOperation(fact), kind: 'update', base, set, waivers: { '*': 'made up for a test' } };
}

/** Returns an operation that retires a fact, optionally with a redirect to another. */
export function retire(fact: string, reason = 'recorded by mistake', redirectTo?: string): RetireOperation {
  return { ...newOperation(fact), kind: 'retire', reason, ...(redirectTo ? { redirectTo } : {}) };
}

/** Returns an operation that sets a field to the value of a claim. */
export function adopt(fact: string, field: string, claim: string, base: Values, set: Values): AdoptOperation {
  return {
    ...newOperation(fact),
    kind: 'adopt',
    base,
    set,
    adopted: { [field]: { claim, reason: 'the better source' } },
  };
}

/** Returns an operation that opens a dispute between two facts. */
export function dispute(one: string, other: string): Operation {
  return { ...newOperation(newId('Dispute')), kind: 'dispute', type: 'Dispute', values: { one, other } };
}
