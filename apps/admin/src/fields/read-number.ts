import type { Entered } from './control.ts';

/** Reads a number as it is typed, with a point or a comma before the decimals and spaces between thousands. */
export function readNumber(text: string): Entered {
  const plain = text
    .trim()
    .replaceAll(/[\s\u202f\u00a0]/g, '')
    .replace(',', '.');
  if (!/^[-+−]?\d+(\.\d+)?$/.test(plain)) return { problem: 'This is not a number.' };
  return { value: Number(plain.replace('−', '-')) };
}
