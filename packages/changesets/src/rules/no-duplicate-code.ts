import { isAbsence, parseUncertainDate, type UncertainDateValue, type Values } from '@chancery/codebook';
import { addsFact, type Operation, setsFields } from '../operation.ts';
import type { Problem } from '../problem.ts';
import type { Batch, Rule } from '../rule.ts';
import { codeKey, type StoredCode } from '../rule-context.ts';

/**
 * Returns the code that an operation adds or changes, as it will be after the merge; `undefined` for other operations
 * and for a code without a fact, a scheme or a value.
 */
function codeAfter(operation: Operation, batch: Batch): StoredCode | undefined {
  if (operation.type !== 'ExternalCode' || !(addsFact(operation) || setsFields(operation))) return undefined;
  const values = batch.valuesAfter(operation.fact);
  return values && toCode(operation.fact, values);
}

function toCode(id: string, { of, scheme, value, validity }: Values): StoredCode | undefined {
  if (typeof of !== 'string' || typeof scheme !== 'string' || typeof value !== 'string') return undefined;
  return { id, of, ofLabel: of, scheme, value, ...(isDate(validity) ? { validity } : {}) };
}

function isDate(value: Values[string] | undefined): value is UncertainDateValue {
  return typeof value === 'object' && value !== null && !isAbsence(value) && 'edtf' in value;
}

/**
 * Returns the first and last day of a code's period, or `±infinity` where a bound is open or unknown, as in the
 * database.
 */
function span(code: StoredCode): [from: string, to: string] {
  const parsed = code.validity ? parseUncertainDate(code.validity.edtf) : undefined;
  const date = parsed?.ok ? parsed.date : undefined;
  return [date?.earliest ?? '-infinity', date?.latest ?? 'infinity'];
}

// Maps infinities to strings that sort before and after every ISO date.
const toSortable = (bound: string) => (bound === '-infinity' ? '' : bound === 'infinity' ? '~' : bound);

function overlap(a: StoredCode, b: StoredCode): boolean {
  const [aFrom, aTo] = span(a).map(toSortable) as [string, string];
  const [bFrom, bTo] = span(b).map(toSortable) as [string, string];
  return aFrom <= bTo && bFrom <= aTo;
}

export const noDuplicateCode: Rule = {
  code: 'no-duplicate-code',
  description: 'A code of a scheme identifies only one fact at a time.',
  needs(operation, needs) {
    if (operation.type !== 'ExternalCode') return;
    if (setsFields(operation)) needs.facts.add(operation.fact);
    const values = addsFact(operation)
      ? operation.kind === 'restore'
        ? operation.state.values
        : operation.values
      : setsFields(operation)
        ? { ...operation.base, ...operation.set }
        : {};
    if (typeof values.scheme === 'string' && typeof values.value === 'string')
      needs.codes.add(codeKey(values.scheme, values.value));
  },
  *check(batch): Generator<Problem> {
    const after = batch.operations.flatMap((operation) => {
      const code = codeAfter(operation, batch);
      return code ? [{ operation, code, key: codeKey(code.scheme, code.value) }] : [];
    });
    const changed = new Map<string, StoredCode[]>();
    for (const { operation, code, key } of after)
      if (setsFields(operation)) changed.set(key, [...(changed.get(key) ?? []), code]);
    for (const { operation, code, key } of after) {
      const stored = (batch.context.codes.get(key) ?? []).filter(({ id }) => !batch.outline.changedCodes.has(id));
      const others = [...stored, ...(batch.outline.codes.get(key) ?? []), ...(changed.get(key) ?? [])];
      const conflicting = others.find((other) => other.id !== code.id && overlap(other, code));
      if (conflicting) {
        yield {
          code: 'no-duplicate-code',
          severity: 'error',
          message: `${code.scheme} ${code.value} is already the code of ${conflicting.ofLabel === conflicting.of ? batch.labelOf(conflicting.of) : conflicting.ofLabel} in this period. Give the two codes periods that do not overlap, or correct one of the codes.`,
          fact: operation.fact,
          field: 'value',
          operation: operation.id,
        };
      }
    }
  },
};
