import { type FactTypeName, type FieldValue, isAbsence, linkFields, typeOf, type Values } from '@chancery/codebook';
import { addsFact, type Operation, setsFields, writtenValues } from './operation.ts';
import { codeKey, type StoredCode } from './rule-context.ts';

/** A claim that states a value for a field of a fact, whether or not the register has that value. */
export interface RivalClaim {
  readonly id: string;
  readonly values: Values;
}

/** Returns the value of a type's lifespan field; `undefined` if `values` lacks it or the type has no such field. */
export function lifespanIn(type: FactTypeName, values: Values): FieldValue | undefined {
  const { lifespan } = typeOf(type);
  return lifespan === undefined ? undefined : values[lifespan];
}

/**
 * A summary of what a whole changeset adds, changes and removes. Rules check operations in batches but must know about
 * facts in other batches. The summary is small enough to stay in memory for a million operations.
 */
export class Outline {
  /** Types of the facts that the changeset adds, by id of the fact. */
  readonly added = new Map<string, FactTypeName>();
  /** Ids of facts that the changeset retires. */
  readonly retired = new Set<string>();
  /** Redirects of the facts that the changeset retires: from retired id to target id. */
  readonly redirects = new Map<string, string>();
  /** Ids of citations that the changeset removes. */
  readonly uncited = new Set<string>();
  /** Link fields that updates and adoptions set, each as the id of the fact, a dot and the name of the field. */
  readonly relinked = new Set<string>();
  /** Independence groups that the changeset sets, by the id of the source. */
  readonly groups = new Map<string, string>();
  /** Lifespans that the changeset sets, by the id of the state or organization. */
  readonly lifespans = new Map<string, FieldValue>();
  /** Codes that the changeset adds, by `codeKey`. */
  readonly codes = new Map<string, StoredCode[]>();
  /** Ids of codes that the changeset changes or retires, so that their values in the register no longer count. */
  readonly changedCodes = new Set<string>();
  /** Claims that one operation gives both a subject and a field, by the id of the subject. */
  readonly rivals = new Map<string, RivalClaim[]>();
  /** Values that the changeset sets on existing claims, by the id of the claim. */
  readonly changedClaims = new Map<string, Values>();

  /** Adds one net operation to the summary. */
  add(operation: Operation): void {
    if (operation.kind === 'retire') {
      this.retired.add(operation.fact);
      if (operation.redirectTo) this.redirects.set(operation.fact, operation.redirectTo);
      if (operation.type === 'ExternalCode') this.changedCodes.add(operation.fact);
      return;
    }
    if (operation.kind === 'uncite') this.uncited.add(operation.citation);
    if (setsFields(operation)) {
      for (const [field] of linkFields(operation.type)) {
        if (field in operation.set) this.relinked.add(`${operation.fact}.${field}`);
      }
    }
    if (addsFact(operation)) this.added.set(operation.fact, operation.type);
    if (setsFields(operation) && operation.type === 'ExternalCode') this.changedCodes.add(operation.fact);
    this.#addValues(operation);
  }

  #addValues(operation: Operation): void {
    const values = writtenValues(operation);
    if (operation.type === 'Source' && typeof values.independenceGroup === 'string')
      this.groups.set(operation.fact, values.independenceGroup);
    const lifespan = lifespanIn(operation.type, values);
    if (lifespan !== undefined) this.lifespans.set(operation.fact, lifespan);
    if (operation.type === 'ExternalCode' && addsFact(operation)) this.#addCode(operation.fact, values);
    if (operation.type === 'Claim' && typeof values.subject === 'string' && values.field) {
      this.rivals.set(values.subject, [...(this.rivals.get(values.subject) ?? []), { id: operation.fact, values }]);
    }
    if (operation.type === 'Claim' && setsFields(operation)) this.changedClaims.set(operation.fact, values);
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

/** Summarizes net operations, which must be those of the whole changeset if rules are to see all of it. */
export function outlineOf(operations: Iterable<Operation>): Outline {
  const outline = new Outline();
  for (const operation of operations) outline.add(operation);
  return outline;
}
