import { someOf, valueList } from '../value-list.ts';

export const spellReading = valueList('SpellReading', 'Whether a spell holds on a day, as far as the register knows.', {
  CERTAIN: ['Holds', 'The day is certainly within the period: a source states that it ended, or shows that it held, on the day or later.'],
  PRESUMED: ['Presumed to hold', 'The period has started and no end is expected, but no source shows that it held on the day or later.'],
  LAST_RECORDED: ['Held when last recorded', 'The period has started and its end is not known. No source shows that it held on the day or later.'],
  POSSIBLE: ['Possibly holds', 'The dates are not exact enough to decide whether the day is within the period.'],
  UNSTATED: ['Dates not stated', 'No source states when the period started or ended.'],
  NO: ['Does not hold', 'The day is outside the period.'],
});

/**
 * All readings, from the strongest to the weakest. Where several spells decide, such as those of the obligations of an
 * agreement, the strongest of their readings counts.
 */
export const readingsByStrength = someOf(spellReading, 'CERTAIN', 'PRESUMED', 'LAST_RECORDED', 'POSSIBLE', 'NO', 'UNSTATED');
