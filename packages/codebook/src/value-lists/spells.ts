import { valueList } from '../value-list.ts';

export const spellReading = valueList('SpellReading', 'Whether something holds on a day, as far as the register knows.', {
  CERTAIN: ['Holds', 'The day lies within the period, and a source saw it to hold then or later.'],
  PRESUMED: ['Presumed to hold', 'It has started and nobody expects an end, but the day is later than any on which a source saw it.'],
  LAST_RECORDED: ['When last recorded', 'It held when it was last recorded. Its end is not known, and the day is later than the record.'],
  POSSIBLE: ['Possible', 'The dates are not exact enough to tell whether the day lies within the period.'],
  UNSTATED: ['Dates not stated', 'No source states from when to when it holds.'],
  NO: ['Does not hold', 'The day lies outside the period.'],
});
