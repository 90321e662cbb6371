import { expect, it } from '@jest/globals';
import { valueList, valuesOf } from './value-list.ts';

it('keeps the order of the values', () => {
  const list = valueList('Choice', 'A choice.', { YES: ['Yes', 'In favor.'], NO: ['No', 'Against.'] });
  expect(valuesOf(list)).toEqual(['YES', 'NO']);
  expect(list).toEqual({
    name: 'Choice',
    description: 'A choice.',
    values: { YES: { label: 'Yes', description: 'In favor.' }, NO: { label: 'No', description: 'Against.' } },
  });
});

it.each(['yes', 'Yes', '1ST', '_YES', 'YES-NO', 'YES NO', ''])('rejects %p, which is not UPPER_SNAKE', (key) => {
  expect(() => valueList('Choice', 'A choice.', { [key]: ['Yes', 'In favor.'] })).toThrow(/is not UPPER_SNAKE/);
});
