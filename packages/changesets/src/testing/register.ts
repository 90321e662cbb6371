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
import { citing, someSource } from './operations.ts';

/** What stands in the register. */
export interface Standing {
  readonly facts?: Readonly<Record<string, Values>>;
  readonly batch?: StoredFact['batch'];
  readonly citations?: readonly {
    readonly id: string;
    readonly fact: string;
    readonly values?: Values;
    readonly group?: string;
  }[];
  readonly tombstones?: readonly string[];
  /** Retired facts as they were when they were retired. */
  readonly retired?: Readonly<Record<string, FactState>>;
  readonly inbound?: Readonly<Record<string, readonly StoredInboundLink[]>>;
}

/** The answers of a register in which this stands, and the source that citations cite where a test does not care. */
export function standing({
  facts = {},
  batch,
  citations = [],
  tombstones = [],
  retired = {},
  inbound = {},
}: Standing = {}): RuleContext {
  const known = Object.entries({ [someSource]: { independenceGroup: 'some' }, ...facts }).map(([id, values]) => ({
    ...factOf(id, values),
    ...(batch ? { batch } : {}),
  }));
  const codes = known.filter(({ type }) => type === 'ExternalCode').map(codeOf);
  const rivals = known.filter(({ type, values }) => type === 'Claim' && values.field);
  const cited = citations.map(({ id, fact, values = {}, group = 'some' }) => ({
    id,
    values: citing(fact, values),
    group,
  }));
  return {
    ...emptyContext(),
    facts: new Map(known.map((fact) => [fact.id, fact])),
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
  if (!type) throw new Error(`${id} is no id of a fact`);
  return { id, type, label: `${values.name ?? id}`, values };
}

function codeOf({ id, values: { of, scheme, value, validity } }: StoredFact) {
  const dated = validity ? { validity: validity as UncertainDateValue } : {};
  return { id, of: `${of}`, ofLabel: `what ${of} is called`, scheme: `${scheme}`, value: `${value}`, ...dated };
}

function grouped<Item>(items: readonly Item[], key: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return groups;
}
