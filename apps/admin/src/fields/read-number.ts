import type { FieldInput } from './control.ts';

/**
 * Parses a typed number. Accepts a point or comma before the decimals and spaces between thousands.
 * @param problem the message if the text is not a number.
 */
export function readNumber(text: string, problem: string): FieldInput {
  const plain = text
    .trim()
    .replaceAll(/[\s\u202f\u00a0]/g, '')
    .replace(',', '.');
  if (!/^[-+−]?\d+(\.\d+)?$/.test(plain)) return { problem };
  return { value: Number(plain.replace('−', '-')) };
}
