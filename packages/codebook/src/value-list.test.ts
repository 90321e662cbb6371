import { expect, it } from '@jest/globals';
import { valueList, valuesOf } from './value-list.ts';

it('a value list keeps the order in which it is stated', () => {
  const list = valueList('Choice', 'What was chosen.', { YES: ['Yes', 'In favour.'], NO: ['No', 'Against.'] });
  expect(valuesOf(list)).toEqual(['YES', 'NO']);
  expect(list).toEqual({
    name: 'Choice',
    description: 'What was chosen.',
    values: { YES: { label: 'Yes', description: 'In favour.' }, NO: { label: 'No', description: 'Against.' } },
  });
});

it.each(['yes', 'Yes', '1ST', '_YES', 'YES-NO', 'YES NO', ''])('%p is no value: a value is UPPER_SNAKE', (key) => {
  expect(() => valueList('Choice', 'What was chosen.', { [key]: ['Yes', 'In favour.'] })).toThrow(/is not UPPER_SNAKE/);
});
