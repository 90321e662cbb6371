import { isAbsence, parseUncertainDate, type UncertainDateValue, type Values } from '@chancery/codebook';
import { bringsFact, type Operation, setsFields } from '../operation.ts';
import type { Problem } from '../problem.ts';
import type { Batch, Rule } from '../rule.ts';
import { codeKey, type StoredCode } from '../rule-context.ts';

/** The codes that an operation brings or changes, as they would stand. */
function codeAfter(operation: Operation, batch: Batch): StoredCode | undefined {
  if (operation.type !== 'ExternalCode' || !(bringsFact(operation) || setsFields(operation))) return undefined;
  const values = batch.after(operation.fact);
  return values && read(operation.fact, values);
}

function read(id: string, { of, scheme, value, validity }: Values): StoredCode | undefined {
  if (typeof of !== 'string' || typeof scheme !== 'string' || typeof value !== 'string') return undefined;
  return { id, of, ofLabel: of, scheme, value, ...(isDate(validity) ? { validity } : {}) };
}

function isDate(value: Values[string] | undefined): value is UncertainDateValue {
  return typeof value === 'object' && value !== null && !isAbsence(value) && 'edtf' in value;
}

/** The first and last day of a code's period; an unknown bound counts as open, as in the database. */
function span(code: StoredCode): [from: string, to: string] {
  const parsed = code.validity ? parseUncertainDate(code.validity.edtf) : undefined;
  const date = parsed?.ok ? parsed.date : undefined;
  return [date?.earliest ?? '-infinity', date?.latest ?? 'infinity'];
}

const day = (bound: string) => (bound === '-infinity' ? '' : bound === 'infinity' ? '~' : bound);

function overlap(a: StoredCode, b: StoredCode): boolean {
  const [aFrom, aTo] = span(a).map(day) as [string, string];
  const [bFrom, bTo] = span(b).map(day) as [string, string];
  return aFrom <= bTo && bFrom <= aTo;
}

export const noDuplicateCode: Rule = {
  code: 'no-duplicate-code',
  description: 'At any time a code of a scheme stands for one fact only.',
  needs(operation, needs) {
    if (operation.type !== 'ExternalCode') return;
    if (setsFields(operation)) needs.facts.add(operation.fact);
    const values = bringsFact(operation)
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
      const standing = (batch.known.codes.get(key) ?? []).filter(({ id }) => !batch.outline.codesTouched.has(id));
      const others = [...standing, ...(batch.outline.codes.get(key) ?? []), ...(changed.get(key) ?? [])];
      const rival = others.find((other) => other.id !== code.id && overlap(other, code));
      if (rival) {
        yield {
          code: 'no-duplicate-code',
          severity: 'error',
          message: `${code.scheme} ${code.value} already stands for ${rival.ofLabel === rival.of ? batch.called(rival.of) : rival.ofLabel} in that period. Give the two codes periods that do not overlap, or correct one of them.`,
          fact: operation.fact,
          field: 'value',
          operation: operation.id,
        };
      }
    }
  },
};
