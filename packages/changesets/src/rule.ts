import { type FactTypeName, type Field, fieldsOf, type Values } from '@chancery/codebook';
import { addsFact, type Operation, setsFields } from './operation.ts';
import type { Outline } from './outline.ts';
import type { Problem } from './problem.ts';
import type { Needs, RuleContext, StoredCitation } from './rule-context.ts';

/**
 * An editorial rule. It states what it needs to read from the register, and finds problems in a batch of net
 * operations. All operations on one fact and on its citations are in the same batch.
 */
export interface Rule {
  readonly code: string;
  /** What the rule requires, in a sentence for editors. */
  readonly description: string;
  /** Adds to `needs` what the rule must read to check the operation. */
  readonly needs: (operation: Operation, needs: Needs) => void;
  /** Yields the problems that the rule finds in a batch. */
  readonly check: (batch: Batch) => Iterable<Problem>;
}

/**
 * A batch of net operations, with what rules may read of the changeset and of the register before and after the merge.
 */
export class Batch {
  readonly operations: readonly Operation[];
  readonly outline: Outline;
  readonly context: RuleContext;
  readonly #byFact = new Map<string, Operation[]>();

  constructor(operations: readonly Operation[], outline: Outline, context: RuleContext) {
    this.operations = operations;
    this.outline = outline;
    this.context = context;
    for (const operation of operations) {
      const others = this.#byFact.get(operation.fact);
      if (others) others.push(operation);
      else this.#byFact.set(operation.fact, [operation]);
    }
  }

  /** The operations of the batch by the id of their fact, including those on its citations. */
  get facts(): ReadonlyMap<string, readonly Operation[]> {
    return this.#byFact;
  }

  /**
   * Returns the operation of the batch that adds, changes or retires a fact; `undefined` if there is none. Operations
   * on citations do not count.
   */
  mainOperation(fact: string): Exclude<Operation, { kind: 'cite' | 'uncite' }> | undefined {
    return this.#byFact
      .get(fact)
      ?.find(
        (operation): operation is Exclude<Operation, { kind: 'cite' | 'uncite' }> =>
          operation.kind !== 'cite' && operation.kind !== 'uncite',
      );
  }

  /**
   * Returns the values of a fact after the merge; `undefined` if the batch retires the fact, or if neither the batch
   * nor the context has it.
   */
  valuesAfter(fact: string): Values | undefined {
    const operation = this.mainOperation(fact);
    if (operation?.kind === 'retire') return undefined;
    if (operation && addsFact(operation))
      return operation.kind === 'restore' ? operation.state.values : operation.values;
    const current = this.context.facts.get(fact)?.values;
    return current && operation && setsFields(operation) ? { ...current, ...operation.set } : current;
  }

  /**
   * Returns the citations of a fact after the merge, with the independence groups of their sources. A source without a
   * known group is its own group.
   */
  citationsAfter(fact: string): StoredCitation[] {
    if (this.mainOperation(fact)?.kind === 'retire') return [];
    const operations = this.#byFact.get(fact) ?? [];
    const removed = new Set(
      operations.flatMap((operation) => (operation.kind === 'uncite' ? [operation.citation] : [])),
    );
    const remaining = (this.context.citations.get(fact) ?? []).filter(({ id }) => !removed.has(id));
    const added = operations.flatMap((operation) => {
      if (operation.kind === 'cite') return [this.#withGroup(operation.citation, operation.values)];
      if (operation.kind === 'restore')
        return operation.state.citations.map((row) => this.#withGroup(row.id, row.values));
      return [];
    });
    return [...remaining.map((citation) => this.#withGroup(citation.id, citation.values, citation.group)), ...added];
  }

  #withGroup(id: string, values: Values, storedGroup?: string): StoredCitation {
    const source = typeof values.source === 'string' ? values.source : '';
    const sourceGroup = this.context.facts.get(source)?.values.independenceGroup;
    return {
      id,
      values,
      group: this.outline.groups.get(source) ?? storedGroup ?? (typeof sourceGroup === 'string' ? sourceGroup : source),
    };
  }

  /**
   * Returns true when a fact, which must be among the needs of the rule, exists after the whole changeset is merged.
   */
  willExist(fact: string): boolean {
    if (this.outline.retired.has(fact)) return false;
    return this.outline.added.has(fact) || this.context.facts.has(fact);
  }

  /** Returns the label of a fact, or its id if the context lacks the fact. */
  labelOf(fact: string): string {
    return this.context.facts.get(fact)?.label ?? fact;
  }
}

/** Returns the definition of a field, or `undefined` if the type has no such field. */
export function fieldOf(type: FactTypeName | 'Citation', name: string): Field | undefined {
  return fieldsOf(type)[name];
}
