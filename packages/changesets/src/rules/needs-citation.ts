import { fieldsOf, sameValue, type Values } from '@chancery/codebook';
import { diff } from '../diff.ts';
import { type Operation, valuesSet, type Waivers } from '../operation.ts';
import type { Problem } from '../problem.ts';
import type { Batch, Rule } from '../rule.ts';
import type { StoredCitation } from '../rule-context.ts';

/** The evidence for a field that requires it: of which kind it is, or that it is missing. See `Field.cited` in the codebook. */
export type Coverage = 'cited' | 'batch' | 'adopted' | 'waived' | 'missing';

/** A field that requires evidence and that a changeset sets, or from which it removes evidence, with its coverage. */
export interface CoveredField {
  readonly fact: string;
  readonly field: string;
  readonly operation: string;
  readonly coverage: Coverage;
}

export const needsCitation: Rule = {
  code: 'needs-citation',
  description:
    'Every field that requires evidence and is set has a citation of the field or of its fact, an import batch, an adopted claim, or a waiver with a reason.',
  needs(operation, needs) {
    if (operation.kind === 'uncite') {
      needs.facts.add(operation.fact);
      needs.citations.add(operation.fact);
    }
  },
  *check(batch): Generator<Problem> {
    for (const { fact, field, operation, coverage } of coverageOf(batch)) {
      if (coverage !== 'missing') continue;
      const type = batch.facts.get(fact)?.[0]?.type;
      const label = type ? (fieldsOf(type)[field]?.label ?? field) : field;
      yield {
        code: 'needs-citation',
        severity: 'error',
        message: `${label} has no evidence. Cite a source for the field or for the fact, or waive the citation with a reason.`,
        fact,
        field,
        operation,
      };
    }
  },
};

/**
 * Yields every field that requires evidence and that a batch sets, or from which it removes evidence, with its
 * coverage. The submit screen shows this as the evidence table.
 */
export function* coverageOf(batch: Batch): Generator<CoveredField> {
  for (const [fact, operations] of batch.facts) {
    const main = batch.mainOperation(fact);
    if (main?.kind === 'retire') continue;
    for (const [field, operation] of fieldsToCover(main, operations, batch, fact)) {
      yield { fact, field, operation: operation.id, coverage: cover(field, operation, operations, batch, fact) };
    }
  }
}

/** Yields the fields that need evidence: those that `main` sets, and those that lose a citation. */
function* fieldsToCover(
  main: Operation | undefined,
  operations: readonly Operation[],
  batch: Batch,
  fact: string,
): Generator<[string, Operation]> {
  const yielded = new Set<string>();
  if (main) {
    for (const field of citedFieldsSet(main, batch)) {
      yielded.add(field);
      yield [field, main];
    }
  }
  for (const operation of operations) {
    if (operation.kind !== 'uncite') continue;
    const values = batch.valuesAfter(fact) ?? {};
    // Use the stored citation to see which field it covers: the editor may have seen an earlier state of it.
    const stored = batch.context.citations.get(fact)?.find(({ id }) => id === operation.citation);
    const lost = citedFields(operation.type).filter(
      (name) => hasValue(values, name) && covers(stored ?? operation, name),
    );
    for (const field of lost) {
      if (yielded.has(field)) continue;
      yielded.add(field);
      yield [field, operation];
    }
  }
}

function citedFields(type: Operation['type']): string[] {
  return Object.entries(fieldsOf(type)).flatMap(([name, field]) => (field.cited ? [name] : []));
}

function citedFieldsSet(operation: Operation, batch: Batch): string[] {
  return citedFields(operation.type).filter((name) => hasValue(valuesAsserted(operation, batch), name));
}

/**
 * Returns the values for which an operation needs evidence. For a restoration these are the values that differ from the
 * retired state, or all values if it brings back fewer citations than the fact had; none if the register does not have
 * the retired state.
 */
function valuesAsserted(operation: Operation, batch: Batch): Values {
  if (operation.kind !== 'restore') return valuesSet(operation);
  const was = batch.context.tombstones.get(operation.fact)?.was;
  const { values, citations } = operation.state;
  if (!was) return {};
  return was.citations.length > citations.length ? values : diff(was.values, values).set;
}

/** Returns true when an operation leaves a field unchanged, so that existing citations still support it. */
function leavesUnchanged(operation: Operation, field: string, batch: Batch): boolean {
  if (operation.kind === 'uncite') return true;
  if (operation.kind !== 'restore') return false;
  const was = batch.context.tombstones.get(operation.fact)?.was;
  return was !== undefined && sameValue(was.values[field], operation.state.values[field]);
}

const hasValue = (values: Values, name: string) => values[name] !== undefined && values[name] !== null;

function cover(
  field: string,
  operation: Operation,
  operations: readonly Operation[],
  batch: Batch,
  fact: string,
): Coverage {
  if (operation.kind === 'adopt' && operation.adopted[field]) return 'adopted';
  if (leavesUnchanged(operation, field, batch)) {
    if (batch.citationsAfter(fact).some((citation) => covers(citation, field))) return 'cited';
    if (batch.context.facts.get(fact)?.batch || (operation.kind === 'restore' && operation.state.batch)) return 'batch';
  } else {
    // A new value needs new evidence: citations of the old value do not support it.
    if (operations.some((other) => other.kind === 'cite' && covers(other, field))) return 'cited';
    if (operation.kind === 'create' && operation.batch) return 'batch';
  }
  // When several citations are removed, a waiver on any of the removals is enough.
  const waiving = operation.kind === 'uncite' ? operations.filter(({ kind }) => kind === 'uncite') : [operation];
  return waiving.some((other) => 'waivers' in other && isWaived(other.waivers, field)) ? 'waived' : 'missing';
}

const covers = ({ values }: Pick<StoredCitation, 'values'>, field: string) =>
  values.field === undefined || values.field === null || values.field === field;

function isWaived(waivers: Waivers | undefined, field: string): boolean {
  return Boolean(waivers?.[field] ?? waivers?.['*']);
}
