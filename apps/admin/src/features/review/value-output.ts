import { type Field, type FieldValue, fieldState, isAbsence, parseUncertainDate, wordsOf } from '@chancery/codebook';
import type { FieldOutput } from '../../fields/outputs.ts';
import { labelOf, type Names } from './names.ts';
import { texts } from './texts.tsx';

/**
 * Converts a field value of an operation to the form in which the API returns it, for displays. A date gets its words
 * but not its earliest and latest days; a link gets the label of its target. Null if the field has no value.
 */
export function outputOfValue(field: Field, value: FieldValue, names: Names): FieldOutput {
  if (value === null || isAbsence(value)) return null;
  if (field.kind === 'uncertainDate' && typeof value === 'object' && 'edtf' in value) {
    const { edtf, basis = null, note = null } = value;
    const parsed = parseUncertainDate(edtf);
    const words = parsed.ok ? wordsOf(edtf, basis) : edtf;
    return { edtf, earliest: null, latest: null, precision: '', words, basis, note };
  }
  if (field.kind === 'link' && typeof value === 'string') return { id: value, label: labelOf(value, names) };
  return value as FieldOutput;
}

/** Returns the label of the reason why a field has no value; “no value” if no reason is recorded. */
export function absenceWords(value: FieldValue): string {
  if (!isAbsence(value)) return texts.fact.noValue;
  return fieldState.values[value.absent].label.toLowerCase();
}
