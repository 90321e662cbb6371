import type { FactTypeName, UncertainDateValue, Values } from '@chancery/codebook';
import type { BatchLine, FactState } from './operation.ts';

/** A fact as the register has it. */
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
 * A fact with a link to another, and the field of the link. For a link from a citation, the cited fact and the
 * citation.
 */
export interface StoredInboundLink {
  readonly id: string;
  readonly type: FactTypeName;
  readonly label: string;
  readonly field: string;
  readonly citation?: string;
}

/** The tombstone of a retired fact. */
export interface StoredTombstone {
  readonly reason: string;
  readonly redirectTo?: string;
  /** The state of the fact when it was retired; left out where the register does not have it. */
  readonly was?: FactState;
}

/** What rules need to read from the register. Each need is met by one lookup for a whole batch of operations. */
export interface Needs {
  /** Ids of facts whose existence or values are needed. */
  readonly facts: Set<string>;
  /** Ids of facts whose tombstones are needed, if they have been retired. */
  readonly tombstones: Set<string>;
  /** Ids of facts whose citations are needed. */
  readonly citations: Set<string>;
  /** Codes that are needed, as `codeKey` formats them. */
  readonly codes: Set<string>;
  /** Ids of facts for which the links from other facts and from citations are needed. */
  readonly inbound: Set<string>;
  /** Ids of facts for which the claims about their fields are needed. */
  readonly rivals: Set<string>;
}

/** What rules know about the register: the result of a lookup of their {@link Needs}. */
export interface RuleContext {
  readonly facts: ReadonlyMap<string, StoredFact>;
  readonly tombstones: ReadonlyMap<string, StoredTombstone>;
  readonly citations: ReadonlyMap<string, readonly StoredCitation[]>;
  readonly codes: ReadonlyMap<string, readonly StoredCode[]>;
  readonly inbound: ReadonlyMap<string, readonly StoredInboundLink[]>;
  readonly rivals: ReadonlyMap<string, readonly StoredFact[]>;
}

/** Returns empty needs, to which rules add. */
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

/** Returns the context of an empty register. */
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

/** Returns the lookup key of a code. */
export function codeKey(scheme: string, value: string): string {
  return `${scheme} ${value}`;
}
