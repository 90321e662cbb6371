import { spellReading } from '@chancery/codebook';

/** The readings of a period on a day, each with its label, as lists offer them. */
export const readingLabels: readonly (readonly [reading: string, label: string])[] = Object.entries(
  spellReading.values,
).map(([reading, { label }]) => [reading, label.toLowerCase()]);

/** A reading by its label. */
export function readingLabel(reading: string): string {
  return readingLabels.find(([value]) => value === reading)?.[1] ?? reading;
}
