import type { RandomGenerator } from './random.ts';

const twoDigits = (number: number) => String(number).padStart(2, '0');

/** Returns a random date in the years `from` to `to`, as EDTF: most often a day, sometimes only a month or a year. */
export function randomDate(random: RandomGenerator, from: number, to: number): string {
  const year = random.within(from, to);
  const kind = random.next();
  if (kind < 0.1) return `${year}`;
  const month = random.within(1, 12);
  return kind < 0.2 ? `${year}-${twoDigits(month)}` : `${year}-${twoDigits(month)}-${twoDigits(random.within(1, 28))}`;
}

/** Returns a random date, as EDTF, in a later year than that of `edtf`, at most `years` later. */
export function laterDate(random: RandomGenerator, edtf: string, years: number): string {
  const year = Number(edtf.slice(0, 4));
  return randomDate(random, year + 1, year + years);
}

/** Returns a random period, as EDTF, that starts in the years `from` to `to`. In 80 % of cases it has an open end. */
export function randomPeriod(random: RandomGenerator, from: number, to: number): string {
  const start = randomDate(random, from, to);
  return random.chance(0.8) ? `${start}/..` : `${start}/${laterDate(random, start, 25)}`;
}
