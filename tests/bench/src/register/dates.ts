import type { Random } from './random.ts';

const two = (number: number) => String(number).padStart(2, '0');

/** A day as EDTF, or only its month or year: sources often say no more. */
export function someDate(random: Random, from: number, to: number): string {
  const year = random.within(from, to);
  const kind = random.next();
  if (kind < 0.1) return `${year}`;
  const month = random.within(1, 12);
  return kind < 0.2 ? `${year}-${two(month)}` : `${year}-${two(month)}-${two(random.within(1, 28))}`;
}

/** A date not before another, some years later at most. */
export function later(random: Random, edtf: string, years: number): string {
  const year = Number(edtf.slice(0, 4));
  return someDate(random, year + 1, year + years);
}

/** A period that is mostly open. */
export function somePeriod(random: Random, from: number, to: number): string {
  const start = someDate(random, from, to);
  return random.chance(0.8) ? `${start}/..` : `${start}/${later(random, start, 25)}`;
}
