import { type FactTypeName, factTypeOfId, newDeskId, newId, type Values } from '@chancery/codebook';
import type {
  AdoptOperation,
  CiteOperation,
  CreateOperation,
  DisputeOperation,
  RestoreOperation,
  RetireOperation,
  UnciteOperation,
  UpdateOperation,
} from '../operation.ts';

// Builders of operations for tests. A test spells out what it is about; ids and reasons are made up here.

const operationOn = (fact: string) => {
  const type = factTypeOfId(fact);
  if (!type) throw new Error(`${fact} is not the id of a fact`);
  return { id: newDeskId('operation'), type, fact };
};

export function create(
  type: FactTypeName,
  values: Values,
  { fact = newId(type), ...rest }: Partial<Pick<CreateOperation, 'fact' | 'batch' | 'waivers'>> = {},
): CreateOperation {
  return { ...operationOn(fact), kind: 'create', values, ...rest };
}

export function dispute(values: Values, fact: string = newId('Dispute')): DisputeOperation {
  return { ...operationOn(fact), type: 'Dispute', kind: 'dispute', values };
}

export function update(
  fact: string,
  base: Values,
  set: Values,
  rest: Partial<Pick<UpdateOperation, 'waivers'>> = {},
): UpdateOperation {
  return { ...operationOn(fact), kind: 'update', set, base, ...rest };
}

export function adopt(
  fact: string,
  base: Values,
  set: Values,
  claims: Readonly<Record<string, string>>,
): AdoptOperation {
  const adopted = Object.entries(claims).map(([field, claim]) => [field, { claim, reason: 'the better source' }]);
  return { ...operationOn(fact), kind: 'adopt', set, base, adopted: Object.fromEntries(adopted) };
}

export function retire(fact: string, rest: Partial<Pick<RetireOperation, 'was' | 'redirectTo'>> = {}): RetireOperation {
  return { ...operationOn(fact), kind: 'retire', reason: 'recorded by mistake', ...rest };
}

export function restore(fact: string, state: Partial<RestoreOperation['state']>): RestoreOperation {
  return { ...operationOn(fact), kind: 'restore', state: { values: {}, citations: [], ...state } };
}

/** Returns an operation that adds a citation. The citation supports the whole fact, unless `values` says otherwise. */
export function cite(fact: string, values: Values = {}, citation: string = newId('Citation')): CiteOperation {
  return { ...operationOn(fact), kind: 'cite', citation, values: citationValues(fact, values) };
}

export function uncite(
  fact: string,
  citation: string,
  values: Values = {},
  rest: Partial<Pick<UnciteOperation, 'waivers'>> = {},
): UnciteOperation {
  return { ...operationOn(fact), kind: 'uncite', citation, values: citationValues(fact, values), ...rest };
}

/** Returns the values of a citation of a fact: those that a test gives, and defaults for the others. */
export function citationValues(fact: string, values: Values = {}): Values {
  return { fact, source: someSource, stance: 'SUPPORTS', modality: 'ASSERTED', credibility: 2, ...values };
}

/** The id of the source of each citation for which a test gives no source. */
export const someSource: string = newId('Source');
