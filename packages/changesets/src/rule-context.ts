import type { FactTypeName, UncertainDateValue, Values } from '@chancery/codebook';
import type { BatchLine, FactState } from './operation.ts';

/** A fact of the register with its label and its current values. */
export interface StoredFact {
  readonly id: string;
  readonly type: FactTypeName;
  readonly label: string;
  readonly values: Values;
  readonly batch?: BatchLine;
}

/** A citation of the register, with the independence group of its source. */
export interface StoredCitation {
  readonly id: string;
  readonly values: Values;
  readonly group: string;
}

/** A code of the register, and the id (`of`) and label of the fact that it identifies. */
export interface StoredCode {
  readonly id: string;
  readonly of: string;
  readonly ofLabel: string;
  readonly scheme: string;
  readonly value: string;
  readonly validity?: UncertainDateValue;
}

/**
 * A link to a fact: the id, type and label of the fact that links to it, and the name of the link field. A fact links
 * to its import batch under the name `batch`. If a citation has the link, the cited fact counts as the linking fact.
 */
export interface StoredInboundLink {
  readonly id: string;
  readonly type: FactTypeName;
  readonly label: string;
  readonly field: string;
  /** The id of the citation that has the link; `undefined` if the fact itself has it. */
  readonly citation?: string;
}

/** The tombstone of a retired fact, with the reason for the retirement. */
export interface StoredTombstone {
  readonly reason: string;
  readonly redirectTo?: string;
  /** The state of the fact when it was retired; `undefined` if the ledger has not recorded it. */
  readonly was?: FactState;
}

/** What rules need to read from the register to check a batch of operations. Each set is looked up at once. */
export interface Needs {
  /** Ids of facts whose existence or values are needed. */
  readonly facts: Set<string>;
  /** Ids of facts whose tombstones are needed. Facts that are not retired have none. */
  readonly tombstones: Set<string>;
  /** Ids of facts whose citations are needed. */
  readonly citations: Set<string>;
  /** Codes that are needed, as `codeKey` formats them. */
  readonly codes: Set<string>;
  /** Ids of facts whose inbound links, those from other facts and from citations, are needed. */
  readonly inbound: Set<string>;
  /** Ids of facts whose rival claims are needed: the claims about one of their fields. */
  readonly rivals: Set<string>;
}

/** What rules can read of the register: what their {@link Needs} list, by the same ids and codes. */
export interface RuleContext {
  readonly facts: ReadonlyMap<string, StoredFact>;
  readonly tombstones: ReadonlyMap<string, StoredTombstone>;
  readonly citations: ReadonlyMap<string, readonly StoredCitation[]>;
  readonly codes: ReadonlyMap<string, readonly StoredCode[]>;
  readonly inbound: ReadonlyMap<string, readonly StoredInboundLink[]>;
  readonly rivals: ReadonlyMap<string, readonly StoredFact[]>;
}

/** Returns empty sets of needs, to which rules add. */
export function noNeeds(): Needs {
  return {
    facts: new Set(),
    tombstones: new Set(),
    citations: new Set(),
    codes: new Set(),
    inbound: new Set(),
    rivals: new Set(),
  };
}

/** Returns a context without any facts, as for an empty register. */
export function emptyContext(): RuleContext {
  return {
    facts: new Map(),
    tombstones: new Map(),
    citations: new Map(),
    codes: new Map(),
    inbound: new Map(),
    rivals: new Map(),
  };
}

/**
 * Returns the key of a code in {@link Needs}, {@link RuleContext} and the outline: its scheme, a space and its value.
 */
export function codeKey(scheme: string, value: string): string {
  return `${scheme} ${value}`;
}
