import { spellReading } from '@chancery/codebook';

/** The readings of a spell with their labels, for filters. */
export const readingLabels: readonly (readonly [reading: string, label: string])[] = Object.entries(
  spellReading.values,
).map(([reading, { label }]) => [reading, label.toLowerCase()]);

/** Returns the label of a reading. */
export function readingLabel(reading: string): string {
  return readingLabels.find(([value]) => value === reading)?.[1] ?? reading;
}
