import type { FactTypeName, UncertainDateValue, Values } from '@chancery/codebook';
import type { BatchLine, FactState } from './operation.ts';

/** A fact as it stands in the register. */
export interface StoredFact {
  readonly id: string;
  readonly type: FactTypeName;
  readonly label: string;
  readonly values: Values;
  readonly batch?: BatchLine;
}

/** A citation as it stands, with the independence group of its source. */
export interface StoredCitation {
  readonly id: string;
  readonly values: Values;
  readonly group: string;
}

/** A code as it stands, and what it stands for. */
export interface StoredCode {
  readonly id: string;
  readonly of: string;
  readonly ofLabel: string;
  readonly scheme: string;
  readonly value: string;
  readonly validity?: UncertainDateValue;
}

/** A fact that points at another, and with which field; a citation points by way of the fact that it is cited for. */
export interface StoredInboundLink {
  readonly id: string;
  readonly type: FactTypeName;
  readonly label: string;
  readonly field: string;
  readonly citation?: string;
}

/** What is left of a retired fact. */
export interface StoredTombstone {
  readonly reason: string;
  readonly redirectTo?: string;
  /** The fact as it was when it was retired; left out where the register does not know. */
  readonly was?: FactState;
}

/** What rules may ask of the register. Every need is met by one look-up for a whole batch of operations. */
export interface Needs {
  /** Facts by id: whether they are there, and their values. */
  readonly facts: Set<string>;
  /** Ids that may have been used up by a retired fact. */
  readonly tombstones: Set<string>;
  /** Citations of these facts. */
  readonly citations: Set<string>;
  /** Codes, as `codeKey` writes them. */
  readonly codes: Set<string>;
  /** Facts that point at these. */
  readonly inbound: Set<string>;
  /** Rival values of a field: claims about these facts. */
  readonly rivals: Set<string>;
}

/** What the register answered. */
export interface RuleContext {
  readonly facts: ReadonlyMap<string, StoredFact>;
  readonly tombstones: ReadonlyMap<string, StoredTombstone>;
  readonly citations: ReadonlyMap<string, readonly StoredCitation[]>;
  readonly codes: ReadonlyMap<string, readonly StoredCode[]>;
  readonly inbound: ReadonlyMap<string, readonly StoredInboundLink[]>;
  readonly rivals: ReadonlyMap<string, readonly StoredFact[]>;
}

/** No needs yet. */
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

/** Nothing known: what an empty register answers. */
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

/** A code as a key of look-ups. */
export function codeKey(scheme: string, value: string): string {
  return `${scheme} ${value}`;
}
