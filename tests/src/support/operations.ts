import type {
  AdoptOperation,
  CiteOperation,
  CreateOperation,
  Operation,
  RetireOperation,
  UpdateOperation,
} from '@chancery/changesets';
import { type FactTypeName, factTypeOfId, newDeskId, newId, type Values } from '@chancery/codebook';

const on = (fact: string) => {
  const type = factTypeOfId(fact);
  if (!type) throw new Error(`${fact} is not the id of a fact`);
  return { id: newDeskId('operation'), type, fact };
};

/** Records a new fact, without evidence unless waivers say why that is so. */
export function create(
  type: FactTypeName,
  values: Values,
  options: { fact?: string; waivers?: CreateOperation['waivers']; batch?: CreateOperation['batch'] } = {},
): CreateOperation {
  const { fact = newId(type), ...rest } = options;
  return { ...on(fact), kind: 'create', values, ...rest };
}

/** Records a new fact whose evidence is waived. */
export function createWaived(type: FactTypeName, values: Values, fact?: string): CreateOperation {
  return create(type, values, { waivers: { '*': 'made up for a test' }, ...(fact ? { fact } : {}) });
}

/** A source that can be cited. */
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
    ...on(fact),
    kind: 'cite',
    citation: newId('Citation'),
    values: { fact, source, stance: 'SUPPORTS', modality: 'ASSERTED', credibility: 2, ...values },
  };
}

/** Takes a citation away again. */
export function uncite({ fact, type, citation, values }: CiteOperation): Operation {
  return { id: newDeskId('operation'), kind: 'uncite', type, fact, citation, values };
}

/** Changes fields of a fact from what was seen to what is wanted. */
export function update(fact: string, base: Values, set: Values): UpdateOperation {
  return { ...on(fact), kind: 'update', base, set, waivers: { '*': 'made up for a test' } };
}

/** Takes a fact out of the register. */
export function retire(fact: string, reason = 'recorded by mistake', redirectTo?: string): RetireOperation {
  return { ...on(fact), kind: 'retire', reason, ...(redirectTo ? { redirectTo } : {}) };
}

/** Makes the value of a claim the value of a field. */
export function adopt(fact: string, field: string, claim: string, base: Values, set: Values): AdoptOperation {
  return { ...on(fact), kind: 'adopt', base, set, adopted: { [field]: { claim, reason: 'the better source' } } };
}

/** Says that two facts contradict each other. */
export function dispute(one: string, other: string): Operation {
  return { ...on(newId('Dispute')), kind: 'dispute', type: 'Dispute', values: { one, other } };
}
