import { type FactTypeName, type FieldValue, isAbsence, linkFields, type Values } from '@chancery/codebook';
import { bringsFact, type Operation, setsFields, valuesSet } from './operation.ts';
import { codeKey, type StoredCode } from './rule-context.ts';

/** A claim that states a rival value of a field. */
export interface Rival {
  readonly id: string;
  readonly values: Values;
}

/** Whether facts of a type were there for a time, and no longer. */
export function hasLifespan(type: FactTypeName): boolean {
  return type === 'State' || type === 'Organization';
}

/**
 * What a whole changeset brings and takes, kept small enough to hold for a million operations: rules see operations in
 * batches, and need to know of facts that another batch brings.
 */
export class Outline {
  /** Facts that the changeset brings, by id. */
  readonly brought = new Map<string, FactTypeName>();
  /** Facts that it retires. */
  readonly retired = new Set<string>();
  /** Where the ids of facts that it retires lead, for those that lead somewhere. */
  readonly redirects = new Map<string, string>();
  /** Citations that it takes away. */
  readonly uncited = new Set<string>();
  /** Link fields that it points elsewhere, as `fact.field`. */
  readonly relinked = new Set<string>();
  /** Independence groups of sources that it brings or changes. */
  readonly groups = new Map<string, string>();
  /** The times in which states and organizations were there, for those that it brings or dates otherwise. */
  readonly lifespans = new Map<string, FieldValue>();
  /** Codes that it brings, by `codeKey`. */
  readonly codes = new Map<string, StoredCode[]>();
  /** Codes that it changes or retires, which no longer stand as the register has them. */
  readonly codesTouched = new Set<string>();
  /** Rival values that it brings as claims, by the fact that they are about. */
  readonly rivals = new Map<string, Rival[]>();
  /** What it sets on claims that are there. */
  readonly claimsChanged = new Map<string, Values>();

  /** Takes note of one net operation. */
  add(operation: Operation): void {
    if (operation.kind === 'retire') {
      this.retired.add(operation.fact);
      if (operation.redirectTo) this.redirects.set(operation.fact, operation.redirectTo);
      if (operation.type === 'ExternalCode') this.codesTouched.add(operation.fact);
      return;
    }
    if (operation.kind === 'uncite') this.uncited.add(operation.citation);
    if (setsFields(operation)) {
      for (const [field] of linkFields(operation.type)) {
        if (field in operation.set) this.relinked.add(`${operation.fact}.${field}`);
      }
    }
    if (bringsFact(operation)) this.brought.set(operation.fact, operation.type);
    if (setsFields(operation) && operation.type === 'ExternalCode') this.codesTouched.add(operation.fact);
    this.#addValues(operation);
  }

  #addValues(operation: Operation): void {
    const values = valuesSet(operation);
    if (operation.type === 'Source' && typeof values.independenceGroup === 'string')
      this.groups.set(operation.fact, values.independenceGroup);
    if (hasLifespan(operation.type) && values.validity !== undefined)
      this.lifespans.set(operation.fact, values.validity);
    if (operation.type === 'ExternalCode' && bringsFact(operation)) this.#addCode(operation.fact, values);
    if (operation.type === 'Claim' && typeof values.subject === 'string' && values.field) {
      this.rivals.set(values.subject, [...(this.rivals.get(values.subject) ?? []), { id: operation.fact, values }]);
    }
    if (operation.type === 'Claim' && setsFields(operation)) this.claimsChanged.set(operation.fact, values);
  }

  #addCode(id: string, { of, scheme, value, validity }: Values): void {
    if (typeof of !== 'string' || typeof scheme !== 'string' || typeof value !== 'string') return;
    const dated =
      typeof validity === 'object' && validity !== null && !isAbsence(validity) && 'edtf' in validity
        ? { validity }
        : {};
    const key = codeKey(scheme, value);
    this.codes.set(key, [...(this.codes.get(key) ?? []), { id, of, ofLabel: of, scheme, value, ...dated }]);
  }
}

/** The outline of a list of net operations. */
export function outlineOf(operations: Iterable<Operation>): Outline {
  const outline = new Outline();
  for (const operation of operations) outline.add(operation);
  return outline;
}
