import { expect, it } from '@jest/globals';
import { checkConclusion } from './check-conclusion.ts';

const count = (outcome: string, type: string | null, rows: number) => ({ outcome, type, rows });

it('a check in which nothing can be imported has failed, and says so in one line', () => {
  const counts = [count('ERROR', null, 12), count('DOUBTFUL', 'State', 1), count('CREATE', 'Source', 1)];
  expect(checkConclusion(counts)).toEqual({
    isFailed: true,
    line: 'The check failed: no row can be imported (12 rows with errors, 1 row with open questions). Correct the file or the mapping, and answer the questions at the desk, then check again.',
  });
});

it('a check with some errors has not failed, but names them', () => {
  const counts = [count('ERROR', null, 1), count('CREATE', 'State', 3)];
  expect(checkConclusion(counts)).toEqual({
    isFailed: false,
    line: 'Not imported: 1 row with errors. Correct the file or the mapping, then check again.',
  });
});

it('a check without errors and questions has no such line', () => {
  expect(checkConclusion([count('CREATE', 'State', 3), count('LEFT', 'Ballot', 1)])).toBeUndefined();
});
