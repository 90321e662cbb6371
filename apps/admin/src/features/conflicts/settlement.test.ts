import { conflictsOf, net, type Operation } from '@chancery/changesets';
import { newDeskId, newId } from '@chancery/codebook';
import { expect, test } from '@jest/globals';
import { keyOf, nextOpen, settlement } from './settlement.ts';

const fact = newId('Exercise');
const wanted: Operation = {
  ...{ id: newDeskId('operation'), type: 'Exercise', kind: 'update', fact },
  set: { name: 'Mine', location: 'Ashore' },
  base: { name: 'Before', location: null },
};
const now = { name: 'Theirs', location: 'In port' };
const conflicts = conflictsOf(wanted, now);
const [first, second] = conflicts.map(keyOf);

test('once every conflict is settled, what the author wrote and the settlement together conflict with nothing', () => {
  for (const choice of [{ keep: 'mine' }, { keep: 'theirs' }, { value: 'Another' }] as const) {
    const settled = settlement(conflicts, { [first ?? '']: choice, [second ?? '']: choice });
    expect(settled).toHaveLength(2);
    const appended = settled.map((operation) => ({ ...operation, type: 'Exercise', kind: 'update' }) as Operation);
    const { operations, problems } = net([wanted, ...appended]);
    expect(problems).toEqual([]);
    expect(operations.flatMap((operation) => conflictsOf(operation, now))).toEqual([]);
  }
});

test('a conflict that nobody has settled yields no operation, and is the next to be asked about', () => {
  expect(settlement(conflicts, {})).toEqual([]);
  expect(nextOpen(conflicts, { [first ?? '']: { keep: 'mine' } }, 0)).toBe(1);
  expect(nextOpen(conflicts, { [second ?? '']: { keep: 'mine' } }, 1)).toBe(0);
  expect(
    nextOpen(conflicts, { [first ?? '']: { keep: 'mine' }, [second ?? '']: { keep: 'theirs' } }, 1),
  ).toBeUndefined();
});
