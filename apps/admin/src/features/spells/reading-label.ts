import { spellReading } from '@chancery/codebook';

/** All readings of a spell, each with its label in lower case. */
export const readingLabels: readonly (readonly [reading: string, label: string])[] = Object.entries(
  spellReading.values,
).map(([reading, { label }]) => [reading, label.toLowerCase()]);

/** Returns the label of a reading in lower case, or the given text if it is not a reading. */
export function readingLabel(reading: string): string {
  return readingLabels.find(([value]) => value === reading)?.[1] ?? reading;
}
