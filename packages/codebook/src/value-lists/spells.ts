import { someOf, valueList } from '../value-list.ts';

export const spellReading = valueList('SpellReading', 'Whether a spell holds on a day, as far as the register knows.', {
  CERTAIN: ['Holds', 'The day is within the period, and a source shows that it held on that day or later.'],
  PRESUMED: ['Presumed to hold', 'It has started and no end is expected, but the day is later than any on which a source shows it.'],
  LAST_RECORDED: ['When last recorded', 'It held when it was last recorded. The end is not known, and the day is later than the last record.'],
  POSSIBLE: ['Possible', 'The dates are not exact enough to decide whether the day is within the period.'],
  UNSTATED: ['Dates not stated', 'No source states when it started and ended.'],
  NO: ['Does not hold', 'The day is outside the period.'],
});

/** The readings from the strongest to the weakest: where several spells decide, the first that one of them has. */
export const strongestReadings = someOf(spellReading, 'CERTAIN', 'PRESUMED', 'LAST_RECORDED', 'POSSIBLE', 'NO', 'UNSTATED');
