import { describe, expect, it } from '@jest/globals';
import { activeFilters, filterArgument } from './filters.ts';

describe('a filter by dates', () => {
  const argument = (from: string) => filterArgument(activeFilters('Exercise', { 'start.from': from }, {}));

  it.each([
    ['2019', '2019-01-01'],
    ['2019-02-28', '2019-02-28'],
  ])('starts on the day that %s names', (from, day) => {
    expect(JSON.stringify(argument(from))).toContain(`"from":"${day}"`);
  });

  it.each(['2019-02-30', '2019-13-01', 'spring'])('ignores %s, which is no day', (from) => {
    expect(argument(from)).toBeUndefined();
  });
});
