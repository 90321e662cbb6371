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

// Operations as tests write them: what a test is about is spelt out, ids and reasons are made up here.

const on = (fact: string) => {
  const type = factTypeOfId(fact);
  if (!type) throw new Error(`${fact} is no id of a fact`);
  return { id: newDeskId('operation'), type, fact };
};

export function create(
  type: FactTypeName,
  values: Values,
  { fact = newId(type), ...rest }: Partial<Pick<CreateOperation, 'fact' | 'batch' | 'waivers'>> = {},
): CreateOperation {
  return { ...on(fact), kind: 'create', values, ...rest };
}

export function dispute(values: Values, fact: string = newId('Dispute')): DisputeOperation {
  return { ...on(fact), type: 'Dispute', kind: 'dispute', values };
}

export function update(
  fact: string,
  base: Values,
  set: Values,
  rest: Partial<Pick<UpdateOperation, 'waivers'>> = {},
): UpdateOperation {
  return { ...on(fact), kind: 'update', set, base, ...rest };
}

export function adopt(
  fact: string,
  base: Values,
  set: Values,
  claims: Readonly<Record<string, string>>,
): AdoptOperation {
  const adopted = Object.entries(claims).map(([field, claim]) => [field, { claim, reason: 'the better source' }]);
  return { ...on(fact), kind: 'adopt', set, base, adopted: Object.fromEntries(adopted) };
}

export function retire(fact: string, rest: Partial<Pick<RetireOperation, 'was' | 'redirectTo'>> = {}): RetireOperation {
  return { ...on(fact), kind: 'retire', reason: 'recorded by mistake', ...rest };
}

export function restore(fact: string, state: Partial<RestoreOperation['state']>): RestoreOperation {
  return { ...on(fact), kind: 'restore', state: { values: {}, citations: [], ...state } };
}

/** A citation that supports the whole fact, unless `values` say otherwise. */
export function cite(fact: string, values: Values = {}, citation: string = newId('Citation')): CiteOperation {
  return { ...on(fact), kind: 'cite', citation, values: citing(fact, values) };
}

export function uncite(
  fact: string,
  citation: string,
  values: Values = {},
  rest: Partial<Pick<UnciteOperation, 'waivers'>> = {},
): UnciteOperation {
  return { ...on(fact), kind: 'uncite', citation, values: citing(fact, values), ...rest };
}

/** The values of a citation. */
export function citing(fact: string, values: Values = {}): Values {
  return { fact, source: someSource, stance: 'SUPPORTS', modality: 'ASSERTED', credibility: 2, ...values };
}

/** The source that citations cite where a test does not care. */
export const someSource: string = newId('Source');
