import type { FieldInput } from './control.ts';
import { texts } from './texts.ts';

/**
 * Parses a typed number. Accepts a sign, a point or comma before the decimals, and spaces anywhere. Refuses a text such
 * as 1,200, in which the comma may separate thousands or decimals.
 * @param problem The message that is returned if the text is not a number.
 */
export function readNumber(text: string, problem: string): FieldInput {
  const compact = text.trim().replaceAll(/[\s\u202f\u00a0]/g, '');
  if (/^[-+−]?[1-9]\d{0,2}(,\d{3})+$/.test(compact)) return { problem: texts.number.ambiguousComma };
  const plain = compact.replace(',', '.');
  if (!/^[-+−]?\d+(\.\d+)?$/.test(plain)) return { problem };
  return { value: Number(plain.replace('−', '-')) };
}
