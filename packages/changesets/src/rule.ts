import { type FactTypeName, type Field, fieldsOf, type Values } from '@chancery/codebook';
import { bringsFact, type Operation, setsFields } from './operation.ts';
import type { Outline } from './outline.ts';
import type { Problem } from './problem.ts';
import type { Needs, RuleContext, StoredCitation } from './rule-context.ts';

/**
 * An editorial rule. It says what it needs to know of the register, and finds what is wrong with a batch of net
 * operations. All operations on one fact, citations of it included, are in the same batch.
 */
export interface Rule {
  readonly code: string;
  /** What an editor is told of the rule. */
  readonly description: string;
  readonly needs: (operation: Operation, needs: Needs) => void;
  readonly check: (batch: Batch) => Iterable<Problem>;
}

/** A batch of net operations with all that rules may look at: the register as it stands, and as it would stand. */
export class Batch {
  readonly operations: readonly Operation[];
  readonly outline: Outline;
  readonly known: RuleContext;
  readonly #byFact = new Map<string, Operation[]>();

  constructor(operations: readonly Operation[], outline: Outline, known: RuleContext) {
    this.operations = operations;
    this.outline = outline;
    this.known = known;
    for (const operation of operations) {
      const others = this.#byFact.get(operation.fact);
      if (others) others.push(operation);
      else this.#byFact.set(operation.fact, [operation]);
    }
  }

  /** The facts that the batch touches, each with the operations on it. */
  get facts(): ReadonlyMap<string, readonly Operation[]> {
    return this.#byFact;
  }

  /** The operation that brings, changes or retires a fact, if the batch has one. */
  main(fact: string): Exclude<Operation, { kind: 'cite' | 'uncite' }> | undefined {
    return this.#byFact
      .get(fact)
      ?.find(
        (operation): operation is Exclude<Operation, { kind: 'cite' | 'uncite' }> =>
          operation.kind !== 'cite' && operation.kind !== 'uncite',
      );
  }

  /** The values of a fact once the batch is merged; `undefined` if there is no such fact then. */
  after(fact: string): Values | undefined {
    const operation = this.main(fact);
    if (operation?.kind === 'retire') return undefined;
    if (operation && bringsFact(operation))
      return operation.kind === 'restore' ? operation.state.values : operation.values;
    const standing = this.known.facts.get(fact)?.values;
    return standing && operation && setsFields(operation) ? { ...standing, ...operation.set } : standing;
  }

  /** The citations of a fact once the batch is merged, with the independence groups of their sources. */
  citationsAfter(fact: string): StoredCitation[] {
    if (this.main(fact)?.kind === 'retire') return [];
    const operations = this.#byFact.get(fact) ?? [];
    const gone = new Set(operations.flatMap((operation) => (operation.kind === 'uncite' ? [operation.citation] : [])));
    const standing = (this.known.citations.get(fact) ?? []).filter(({ id }) => !gone.has(id));
    const added = operations.flatMap((operation) => {
      if (operation.kind === 'cite') return [this.#grouped(operation.citation, operation.values)];
      if (operation.kind === 'restore')
        return operation.state.citations.map((row) => this.#grouped(row.id, row.values));
      return [];
    });
    return [...standing.map((citation) => this.#grouped(citation.id, citation.values, citation.group)), ...added];
  }

  #grouped(id: string, values: Values, known?: string): StoredCitation {
    const source = typeof values.source === 'string' ? values.source : '';
    const standing = this.known.facts.get(source)?.values.independenceGroup;
    return {
      id,
      values,
      group: this.outline.groups.get(source) ?? known ?? (typeof standing === 'string' ? standing : source),
    };
  }

  /** Whether a fact will be there once the whole changeset is merged. */
  willBe(fact: string): boolean {
    if (this.outline.retired.has(fact)) return false;
    return this.outline.brought.has(fact) || this.known.facts.has(fact);
  }

  /** What a reader calls a fact: its label if it is known, else the words for its type. */
  called(fact: string): string {
    return this.known.facts.get(fact)?.label ?? fact;
  }
}

/** The definition of a field, for its label and flags. */
export function fieldOf(type: FactTypeName | 'Citation', name: string): Field | undefined {
  return fieldsOf(type)[name];
}
