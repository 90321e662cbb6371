import { fieldsOf, isSameValue, type Values } from '@chancery/codebook';
import { diff } from '../diff.ts';
import { type Operation, type Waivers, writtenValues } from '../operation.ts';
import type { Problem } from '../problem.ts';
import type { Batch, Rule } from '../rule.ts';
import type { StoredCitation } from '../rule-context.ts';

/**
 * The kind of evidence that covers a field, or `missing`. Only fields with `cited` in the codebook require evidence.
 */
export type FieldEvidence = 'cited' | 'batch' | 'adopted' | 'waived' | 'missing';

/**
 * The evidence of one field that requires evidence, in a changeset that sets the field or removes a citation that
 * covers it.
 */
export interface CoveredField {
  readonly fact: string;
  readonly field: string;
  /** The id of the operation that sets the field; if none does, of one that removes a citation. */
  readonly operation: string;
  readonly coverage: FieldEvidence;
}

export const needsCitation: Rule = {
  code: 'needs-citation',
  description:
    'A field that requires evidence must have some when a changeset sets it or removes a citation of it: a citation of the field or of its fact, an import batch, an adopted claim, or a waiver with a reason.',
  needs(operation, needs) {
    if (operation.kind === 'uncite') {
      needs.facts.add(operation.fact);
      needs.citations.add(operation.fact);
    }
  },
  *check(batch): Generator<Problem> {
    for (const { fact, field, operation, coverage } of coveredFields(batch)) {
      if (coverage !== 'missing') continue;
      const type = batch.facts.get(fact)?.[0]?.type;
      const label = type ? (fieldsOf(type)[field]?.label ?? field) : field;
      yield {
        code: 'needs-citation',
        severity: 'error',
        message: `${label} has no evidence for its value. Cite a source for the field or for the fact in this changeset, or waive the citation with a reason.`,
        fact,
        field,
        operation,
      };
    }
  },
};

/**
 * Yields the evidence of each field that requires evidence, if a batch sets the field or removes a citation that covers
 * it. Emptied fields and fields of retired facts are left out. The submit screen shows the list as the evidence table.
 */
export function* coveredFields(batch: Batch): Generator<CoveredField> {
  for (const [fact, operations] of batch.facts) {
    const main = batch.mainOperation(fact);
    if (main?.kind === 'retire') continue;
    for (const [field, operation] of fieldsToCover(main, operations, batch, fact)) {
      yield { fact, field, operation: operation.id, coverage: cover(field, operation, operations, batch, fact) };
    }
  }
}

/**
 * Yields the fields of a fact that require evidence because `main` sets them or because they lose a citation, each with
 * the operation that sets the field or removes the citation.
 */
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
 * retired state, or all values if it brings back fewer citations than the fact had. If the ledger has not recorded the
 * retired state, a restoration needs no evidence.
 */
function valuesAsserted(operation: Operation, batch: Batch): Values {
  if (operation.kind !== 'restore') return writtenValues(operation);
  const was = batch.context.tombstones.get(operation.fact)?.was;
  const { values, citations } = operation.state;
  if (!was) return {};
  return was.citations.length > citations.length ? values : diff(was.values, values).set;
}

/** Returns true when an operation does not change the value of a field, so that existing citations still support it. */
function leavesUnchanged(operation: Operation, field: string, batch: Batch): boolean {
  if (operation.kind === 'uncite') return true;
  if (operation.kind !== 'restore') return false;
  const was = batch.context.tombstones.get(operation.fact)?.was;
  return was !== undefined && isSameValue(was.values[field], operation.state.values[field]);
}

const hasValue = (values: Values, name: string) => values[name] !== undefined && values[name] !== null;

function cover(
  field: string,
  operation: Operation,
  operations: readonly Operation[],
  batch: Batch,
  fact: string,
): FieldEvidence {
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
