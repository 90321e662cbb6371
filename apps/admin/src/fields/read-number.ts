import type { FieldInput } from './control.ts';

/** Parses a typed number. Accepts a point or comma before the decimals and spaces between thousands. */
export function readNumber(text: string): FieldInput {
  const plain = text
    .trim()
    .replaceAll(/[\s\u202f\u00a0]/g, '')
    .replace(',', '.');
  if (!/^[-+−]?\d+(\.\d+)?$/.test(plain)) return { problem: 'Enter a number, such as 1200 or 3.5.' };
  return { value: Number(plain.replace('−', '-')) };
}
