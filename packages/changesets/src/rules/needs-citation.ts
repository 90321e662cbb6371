import { fieldsOf, type Values } from '@chancery/codebook';
import type { KnownCitation } from '../known.ts';
import type { Operation, Waivers } from '../operation.ts';
import type { Problem } from '../problem.ts';
import type { Batch, Rule } from '../rule.ts';

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
    if (main?.kind === 'retire' || main?.kind === 'restore') continue;
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
    for (const field of citedFieldsSet(main)) {
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

function citedFieldsSet(operation: Operation): string[] {
  const values: Values =
    operation.kind === 'create' || operation.kind === 'dispute'
      ? operation.values
      : operation.kind === 'update' || operation.kind === 'adopt'
        ? operation.set
        : {};
  return citedFields(operation.type).filter((name) => holds(values, name));
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
  if (operation.kind === 'uncite') {
    if (batch.citationsAfter(fact).some((citation) => covers(citation, field))) return 'cited';
    if (batch.known.facts.get(fact)?.batch) return 'batch';
    // The last of several citations to go is the one that asks for a waiver, whichever comes first here.
    const waived = operations.some((other) => other.kind === 'uncite' && isWaived(other.waivers, field));
    return waived ? 'waived' : 'missing';
  } else {
    // A new value needs new evidence: what was cited for the old one does not speak for it.
    const cited = operations.some((other) => other.kind === 'cite' && covers(other, field));
    if (cited) return 'cited';
    if (operation.kind === 'create' && operation.batch) return 'batch';
  }
  return isWaived('waivers' in operation ? operation.waivers : undefined, field) ? 'waived' : 'missing';
}

const covers = ({ values }: Pick<KnownCitation, 'values'>, field: string) =>
  values.field === undefined || values.field === null || values.field === field;

function isWaived(waivers: Waivers | undefined, field: string): boolean {
  return Boolean(waivers?.[field] ?? waivers?.['*']);
}
