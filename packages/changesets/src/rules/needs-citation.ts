import { fieldsOf, sameValue, type Values } from '@chancery/codebook';
import { diff } from '../diff.ts';
import { type Operation, valuesSet, type Waivers } from '../operation.ts';
import type { Problem } from '../problem.ts';
import type { Batch, Rule } from '../rule.ts';
import type { StoredCitation } from '../rule-context.ts';

/** How a cited field that a changeset sets is covered. */
export type Coverage = 'cited' | 'batch' | 'adopted' | 'waived' | 'missing';

/** A cited field that a changeset sets on a fact, and how it is covered. */
export interface CoveredField {
  readonly fact: string;
  readonly field: string;
  readonly operation: string;
  readonly coverage: Coverage;
}

export const needsCitation: Rule = {
  code: 'needs-citation',
  description:
    'Every cited field that is set has a citation of its own or of its fact, the citation of its import batch, or a waiver with a reason.',
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
        message: `${label} is set without evidence. Cite a source for it or for the fact, or waive the citation with a reason.`,
        fact,
        field,
        operation,
      };
    }
  },
};

/** Every cited field that a batch sets or leaves bare, with its coverage: the evidence table of the submit screen. */
export function* coverageOf(batch: Batch): Generator<CoveredField> {
  for (const [fact, operations] of batch.facts) {
    const main = batch.main(fact);
    if (main?.kind === 'retire') continue;
    for (const [field, operation] of fieldsAsking(main, operations, batch, fact)) {
      yield { fact, field, operation: operation.id, coverage: cover(field, operation, operations, batch, fact) };
    }
  }
}

/** The cited fields that an operation sets, or that lose a citation. */
function* fieldsAsking(
  main: Operation | undefined,
  operations: readonly Operation[],
  batch: Batch,
  fact: string,
): Generator<[string, Operation]> {
  const asked = new Set<string>();
  if (main) {
    for (const field of citedFieldsSet(main, batch)) {
      asked.add(field);
      yield [field, main];
    }
  }
  for (const operation of operations) {
    if (operation.kind !== 'uncite') continue;
    const values = batch.after(fact) ?? {};
    // What the citation was cited for, as it stands: the editor may have seen it otherwise.
    const standing = batch.known.citations.get(fact)?.find(({ id }) => id === operation.citation);
    const lost = citedFields(operation.type).filter(
      (name) => holds(values, name) && covers(standing ?? operation, name),
    );
    for (const field of lost) {
      if (asked.has(field)) continue;
      asked.add(field);
      yield [field, operation];
    }
  }
}

function citedFields(type: Operation['type']): string[] {
  return Object.entries(fieldsOf(type)).flatMap(([name, field]) => (field.cited ? [name] : []));
}

function citedFieldsSet(operation: Operation, batch: Batch): string[] {
  return citedFields(operation.type).filter((name) => holds(valuesAsserted(operation, batch), name));
}

/** The values that an operation asserts: of a restoration all that differs from what was retired, or has lost a citation. */
function valuesAsserted(operation: Operation, batch: Batch): Values {
  if (operation.kind !== 'restore') return valuesSet(operation);
  const was = batch.known.tombstones.get(operation.fact)?.was;
  const { values, citations } = operation.state;
  if (!was) return {};
  return was.citations.length > citations.length ? values : diff(was.values, values).set;
}

/** Whether an operation leaves a field as it was, so that what was cited for it still speaks for it. */
function leavesAsItWas(operation: Operation, field: string, batch: Batch): boolean {
  if (operation.kind === 'uncite') return true;
  if (operation.kind !== 'restore') return false;
  const was = batch.known.tombstones.get(operation.fact)?.was;
  return was !== undefined && sameValue(was.values[field], operation.state.values[field]);
}

const holds = (values: Values, name: string) => values[name] !== undefined && values[name] !== null;

function cover(
  field: string,
  operation: Operation,
  operations: readonly Operation[],
  batch: Batch,
  fact: string,
): Coverage {
  if (operation.kind === 'adopt' && operation.adopted[field]) return 'adopted';
  if (leavesAsItWas(operation, field, batch)) {
    if (batch.citationsAfter(fact).some((citation) => covers(citation, field))) return 'cited';
    if (batch.known.facts.get(fact)?.batch || (operation.kind === 'restore' && operation.state.batch)) return 'batch';
  } else {
    // A new value needs new evidence: what was cited for the old one does not speak for it.
    if (operations.some((other) => other.kind === 'cite' && covers(other, field))) return 'cited';
    if (operation.kind === 'create' && operation.batch) return 'batch';
  }
  // The last of several citations to go is the one that asks for a waiver, whichever comes first here.
  const asked = operation.kind === 'uncite' ? operations.filter(({ kind }) => kind === 'uncite') : [operation];
  return asked.some((other) => 'waivers' in other && isWaived(other.waivers, field)) ? 'waived' : 'missing';
}

const covers = ({ values }: Pick<StoredCitation, 'values'>, field: string) =>
  values.field === undefined || values.field === null || values.field === field;

function isWaived(waivers: Waivers | undefined, field: string): boolean {
  return Boolean(waivers?.[field] ?? waivers?.['*']);
}
