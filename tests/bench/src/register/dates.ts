import type { Random } from './random.ts';

const twoDigits = (number: number) => String(number).padStart(2, '0');

/** Returns a random date from a year to another as EDTF: most often a day, sometimes only a month or a year, as in sources. */
export function randomDate(random: Random, from: number, to: number): string {
  const year = random.within(from, to);
  const kind = random.next();
  if (kind < 0.1) return `${year}`;
  const month = random.within(1, 12);
  return kind < 0.2 ? `${year}-${twoDigits(month)}` : `${year}-${twoDigits(month)}-${twoDigits(random.within(1, 28))}`;
}

/** Returns a random date in a later year, at most `years` later. */
export function laterDate(random: Random, edtf: string, years: number): string {
  const year = Number(edtf.slice(0, 4));
  return randomDate(random, year + 1, year + years);
}

/** Returns a random period that starts in a year from `from` to `to` and in 80 % of cases has an open end. */
export function randomPeriod(random: Random, from: number, to: number): string {
  const start = randomDate(random, from, to);
  return random.chance(0.8) ? `${start}/..` : `${start}/${laterDate(random, start, 25)}`;
}
