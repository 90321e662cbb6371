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

/** Creates a fact. It needs citations in the same changeset unless `waivers` or `batch` is given. */
export function create(
  type: FactTypeName,
  values: Values,
  options: { fact?: string; waivers?: CreateOperation['waivers']; batch?: CreateOperation['batch'] } = {},
): CreateOperation {
  const { fact = newId(type), ...rest } = options;
  return { ...newOperation(fact), kind: 'create', values, ...rest };
}

/** Creates a fact with a waiver for all fields. */
export function createWaived(type: FactTypeName, values: Values, fact?: string): CreateOperation {
  return create(type, values, { waivers: { '*': 'made up for a test' }, ...(fact ? { fact } : {}) });
}

/** Creates a source. */
export function aSource(values: Values = {}): CreateOperation {
  return create('Source', {
    name: 'Gazette 2019',
    sourceType: 'ARTICLE_NEWSPAPER',
    reliability: 'B',
    independenceGroup: 'gazette',
    ...values,
  });
}

/** Cites a source for a fact. */
export function cite(fact: string, source: string, values: Values = {}): CiteOperation {
  return {
    ...newOperation(fact),
    kind: 'cite',
    citation: newId('Citation'),
    values: { fact, source, stance: 'SUPPORTS', modality: 'ASSERTED', credibility: 2, ...values },
  };
}

/** Removes a citation. */
export function uncite({ fact, type, citation, values }: CiteOperation): Operation {
  return { id: newDeskId('operation'), kind: 'uncite', type, fact, citation, values };
}

/** Updates fields of a fact from base values to new values, with a waiver. */
export function update(fact: string, base: Values, set: Values): UpdateOperation {
  return { ...newOperation(fact), kind: 'update', base, set, waivers: { '*': 'made up for a test' } };
}

/** Retires a fact, optionally with a redirect to another. */
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

/** Opens a dispute between two facts. */
export function dispute(one: string, other: string): Operation {
  return { ...newOperation(newId('Dispute')), kind: 'dispute', type: 'Dispute', values: { one, other } };
}
