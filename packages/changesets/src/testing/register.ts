import { factTypeOfId, type UncertainDateValue, type Values } from '@chancery/codebook';
import type { FactState } from '../operation.ts';
import {
  codeKey,
  emptyContext,
  type RuleContext,
  type StoredFact,
  type StoredInboundLink,
  type StoredTombstone,
} from '../rule-context.ts';
import { citationValues, someSource } from './operations.ts';

/** The contents of a register for a test. */
export interface RegisterContents {
  readonly facts?: Readonly<Record<string, Values>>;
  readonly batch?: StoredFact['batch'];
  readonly citations?: readonly {
    readonly id: string;
    readonly fact: string;
    readonly values?: Values;
    readonly group?: string;
  }[];
  readonly tombstones?: readonly string[];
  /** States of retired facts, by id. */
  readonly retired?: Readonly<Record<string, FactState>>;
  readonly inbound?: Readonly<Record<string, readonly StoredInboundLink[]>>;
}

/** Returns the rule context of a register with these contents and the source `someSource`. */
export function contextOf({
  facts = {},
  batch,
  citations = [],
  tombstones = [],
  retired = {},
  inbound = {},
}: RegisterContents = {}): RuleContext {
  const storedFacts = Object.entries({ [someSource]: { independenceGroup: 'some' }, ...facts }).map(([id, values]) => ({
    ...factOf(id, values),
    ...(batch ? { batch } : {}),
  }));
  const codes = storedFacts.filter(({ type }) => type === 'ExternalCode').map(codeOf);
  const rivals = storedFacts.filter(({ type, values }) => type === 'Claim' && values.field);
  const cited = citations.map(({ id, fact, values = {}, group = 'some' }) => ({
    id,
    values: citationValues(fact, values),
    group,
  }));
  return {
    ...emptyContext(),
    facts: new Map(storedFacts.map((fact) => [fact.id, fact])),
    tombstones: new Map<string, StoredTombstone>([
      ...tombstones.map((id) => [id, { reason: 'recorded by mistake' }] as const),
      ...Object.entries(retired).map(([id, was]) => [id, { reason: 'recorded by mistake', was }] as const),
    ]),
    citations: grouped(cited, ({ values }) => `${values.fact}`),
    codes: grouped(codes, ({ scheme, value }) => codeKey(scheme, value)),
    rivals: grouped(rivals, ({ values }) => `${values.subject}`),
    inbound: new Map(Object.entries(inbound)),
  };
}

function factOf(id: string, values: Values): StoredFact {
  const type = factTypeOfId(id);
  if (!type) throw new Error(`${id} is not the id of a fact`);
  return { id, type, label: `${values.name ?? id}`, values };
}

function codeOf({ id, values: { of, scheme, value, validity } }: StoredFact) {
  const period = validity ? { validity: validity as UncertainDateValue } : {};
  return { id, of: `${of}`, ofLabel: `label of ${of}`, scheme: `${scheme}`, value: `${value}`, ...period };
}

function grouped<Item>(items: readonly Item[], key: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return groups;
}
